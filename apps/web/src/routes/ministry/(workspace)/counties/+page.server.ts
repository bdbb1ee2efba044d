import { readLeague } from '$lib/ministry/reads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ league: await readLeague(event) });
