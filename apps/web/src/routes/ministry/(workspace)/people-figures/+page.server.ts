import { readPeople } from '$lib/ministry/reads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ figures: await readPeople(event) });
