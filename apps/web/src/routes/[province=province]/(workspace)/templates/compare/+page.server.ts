import { loadComparison } from '$lib/templates/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadComparison(event);
