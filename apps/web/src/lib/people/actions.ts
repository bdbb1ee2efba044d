import { command, refused, type CommandEvent } from '$lib/action';
import { api } from '$lib/api';
import { bodyOf, type Reading } from '$lib/form/reading';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { zLinkMade } from '@mahalleh/identity/model';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { FormAnswer } from '$lib/action';
import type { Once } from './model';

type LinkMade = (typeof zLinkMade)['_output'];
type Saved = { readonly id: string };

const personPath = ({ params }: CommandEvent, verb: string): string =>
  `${workspaceOf(params['province']).api}/people/${params['personId'] ?? ''}/${verb}`;

const to =
  (verb: string) =>
  (event: CommandEvent): string =>
    personPath(event, verb);

/** Makes a one-time link and gives its address to the page, this once. */
const link =
  (action: string, reading: Reading = {}) =>
  async (event: CommandEvent): Promise<Once | ActionFailure<FormAnswer>> => {
    const form = await event.request.formData();
    const id = form.get('command_id');
    const idempotencyKey = typeof id === 'string' && id !== '' ? id : v7();
    const answer = await api(event).call<LinkMade>('POST', personPath(event, action), bodyOf(form, reading), {
      idempotencyKey,
    });
    if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem, reading));
    const { token, expiresAtMs } = answer.data;
    const { path } = workspaceOf(event.params['province']);
    const href = token === undefined ? undefined : `${event.url.origin}${path}/invitation/${token}`;
    return { action, done: true, values: {}, errors: [], link: { href, expiresAtMs } };
  };

/** What can be done in the list of people. */
export const peopleActions = {
  register: command<Saved>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/people`,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/people/${id}`,
    says: () => m.people_registered_plain(),
  }),
};

/** What can be done to one person. */
export const personActions = {
  amend: command({ to: to('amend'), says: () => m.people_saved() }),
  retire: command({ to: to('retire'), says: () => m.people_retired_done() }),
  grant: command({ to: to('roles'), says: () => m.people_granted() }),
  revoke: command({
    to: ({ params }, form) => `${workspaceOf(params['province']).api}/roles/${String(form.get('_grant'))}/revoke`,
    says: () => m.people_revoked(),
  }),
  invite: link('invite'),
  reset: link('reset', { flags: ['dropsTotp'] }),
  suspend: command({ to: to('suspend'), says: () => m.people_suspended() }),
  resume: command({ to: to('resume'), says: () => m.people_resumed() }),
};
