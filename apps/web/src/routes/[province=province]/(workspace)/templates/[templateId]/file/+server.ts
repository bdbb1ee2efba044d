import { templateFile } from '$lib/templates/files';
import type { RequestHandler } from './$types';

/** A signed version as one file, for a province that is cut off from the network. */
export const GET: RequestHandler = (event) => templateFile(event);
