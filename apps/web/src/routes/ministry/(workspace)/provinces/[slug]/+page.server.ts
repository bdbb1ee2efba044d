import { readDrill } from '$lib/ministry/reads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ drill: await readDrill(event, event.params.slug) });
