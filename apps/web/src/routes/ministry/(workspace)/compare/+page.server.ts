import { placesOf, readCompared } from '$lib/ministry/reads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ compared: await readCompared(event, placesOf(event.url)) });
