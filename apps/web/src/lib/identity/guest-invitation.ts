import { command, refused, type CommandEvent, type FormAnswer } from '$lib/action';
import { api } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { zTotpBegun } from '@mahalleh/identity/model';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { encode } from 'uqr';
import { v7 } from 'uuid';
import type { TotpKey } from './account';

/** What the page of a guest's link is told: the key of the authenticator, which comes back with the form until it is done. */
export type GuestAnswer = FormAnswer & { readonly totp?: TotpKey | undefined };

const keyOf = (secret: string | undefined, uri: string | undefined): TotpKey | undefined =>
  secret && uri?.startsWith('otpauth://') ? { secret, uri, qr: encode(uri, { ecc: 'M', border: 2 }).data } : undefined;

const path = ({ params }: CommandEvent, verb: string): string =>
  `${workspaceOf(params['province']).api}/invitations/${encodeURIComponent(params['token'] ?? '')}/${verb}`;

const said = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Shows the key of a new authenticator. */
const key = async (event: CommandEvent): Promise<GuestAnswer | ActionFailure<GuestAnswer>> => {
  const form = await event.request.formData();
  const idempotencyKey = said(form, 'command_id') || v7();
  const answer = await api(event).call<(typeof zTotpBegun)['_output']>(
    'POST',
    path(event, 'authenticator'),
    {},
    { idempotencyKey },
  );
  if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem));
  const { secret, uri } = answer.data;
  return { action: 'key', done: true, values: {}, errors: [], totp: keyOf(secret, uri) };
};

const accept = command({
  to: (event) => path(event, 'accept-as-guest'),
  secrets: ['password', 'code'],
  then: (_, { params }) => `${workspaceOf(params['province']).path}/sign-in`,
  says: () => m.lookin_setup_done(),
});

/** Sets password and authenticator together; refused, the key stays on the page. */
const guest = async (event: CommandEvent): Promise<FormAnswer | ActionFailure<FormAnswer>> => {
  const form = await event.request.clone().formData();
  const answer = await accept(event);
  const totp = keyOf(said(form, '_secret'), said(form, '_uri'));
  return 'status' in answer ? fail(answer.status, { ...answer.data, totp }) : answer;
};

/** What a guest does at the door: takes the key, then sets up the account. */
export const guestActions = { key, guest };
