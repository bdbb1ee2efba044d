import { submissionAttachment } from '$lib/templates/files';
import type { RequestHandler } from './$types';

/** A photo or document of a submitted version. */
export const GET: RequestHandler = (event) => submissionAttachment(event);
