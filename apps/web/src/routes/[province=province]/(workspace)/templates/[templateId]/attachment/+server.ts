import { templateAttachment } from '$lib/templates/files';
import type { RequestHandler } from './$types';

/** A photo or document of a signed version. */
export const GET: RequestHandler = (event) => templateAttachment(event);
