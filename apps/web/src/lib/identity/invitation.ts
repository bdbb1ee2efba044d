import { command } from '$lib/action';
import { api, type CallEvent } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { zLink } from '@mahalleh/identity/model';

/** What is behind a one-time link: whom it is for, or why it does not open. */
export type Opened = { readonly link?: (typeof zLink)['_output']; readonly why?: string };

type Event = CallEvent & { params: { province?: string; token: string } };

/** Asks whom a one-time link is for; a link that is spent is told of calmly, not as an error page. */
export const openLink = async (event: Event) => {
  const workspace = workspaceOf(event.params.province);
  const path = `${workspace.api}/invitations/${encodeURIComponent(event.params.token)}`;
  const answer = await api(event).call<(typeof zLink)['_output']>('GET', path);
  const opened: Opened = answer.ok
    ? { link: answer.data }
    : { why: answer.problem.errors[0]?.title ?? answer.problem.title };
  return { workspace, opened };
};

/** Sets the password by the link, and leads to the sign-in page. */
export const acceptLink = command({
  to: ({ params }) =>
    `${workspaceOf(params['province']).api}/invitations/${encodeURIComponent(params['token'] ?? '')}/accept`,
  then: (_, { params }) => `${workspaceOf(params['province']).path}/sign-in`,
  says: () => m.account_invitation_done(),
});
