import { loadTemplates } from '$lib/templates/load';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ templates: await loadTemplates(event) });
