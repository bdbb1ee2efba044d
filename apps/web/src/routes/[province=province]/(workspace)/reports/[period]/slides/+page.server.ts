import { readDocument } from '$lib/reports/read-document';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = readDocument;
