import { readMetric } from '$lib/ministry/reads';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ page: await readMetric(event, event.params.key) });
