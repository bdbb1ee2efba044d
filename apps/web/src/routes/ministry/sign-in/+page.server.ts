import { signIn } from '$lib/identity/sign-in';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ workspace: workspaceOf(undefined) });

export const actions: Actions = { default: signIn };
