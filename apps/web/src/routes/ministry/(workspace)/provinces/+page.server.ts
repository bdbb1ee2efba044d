import { readHome } from '$lib/ministry/reads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ home: await readHome(event) });
