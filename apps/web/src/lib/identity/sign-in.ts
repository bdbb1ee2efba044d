import { api } from '$lib/api';
import { command, type CommandEvent } from '$lib/action';
import { localPath } from '$lib/preferences';
import { workspaceOf, type Workspace } from '$lib/workspace/address';
import { latinDigits } from '@mahalleh/kernel/digits';
import { redirect, type RequestEvent } from '@sveltejs/kit';

/** What the API says after a right password: come in, or say the code. */
type Entered = { readonly next: 'home' | 'totp' };

const workspaceAt = (event: CommandEvent): Workspace => workspaceOf(event.params['province']);

const back = (event: CommandEvent, workspace: Workspace): string => {
  const path = localPath(event.url.searchParams.get('return_to'), workspace.path);
  return path === workspace.path || path.startsWith(`${workspace.path}/`) ? path : workspace.path;
};

/** E-mail and password; the session cookie the API sets is passed on to the browser. */
export const signIn = command<Entered>({
  to: (event) => `${workspaceAt(event).api}/auth/sign-in`,
  then: ({ next }, event) => {
    const workspace = workspaceAt(event);
    return next === 'totp' ? `${workspace.path}/sign-in/code${event.url.search}` : back(event, workspace);
  },
});

/** The one-time code, when the account has one: six digits are the app's, anything longer is a recovery code. */
export const confirmCode = command<unknown>({
  to: (event, form) => `${workspaceAt(event).api}/auth/${isAppCode(form.get('code')) ? 'totp' : 'recovery'}`,
  then: (_, event) => back(event, workspaceAt(event)),
});

const isAppCode = (code: FormDataEntryValue | null): boolean =>
  typeof code === 'string' && /^\d{6}$/.test(latinDigits(code).replace(/\s/g, ''));

/** Ends this session; the sign-in page comes after, whether or not there was one. */
export const signOut = async (event: RequestEvent, workspace: Workspace): Promise<never> => {
  await api(event).call('POST', `${workspace.api}/auth/sign-out`, {});
  redirect(303, `${workspace.path}/sign-in`);
};
