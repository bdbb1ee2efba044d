import { signOut } from '$lib/identity/sign-in';
import { workspaceOf } from '$lib/workspace/address';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => signOut(event, workspaceOf(event.params.province));
