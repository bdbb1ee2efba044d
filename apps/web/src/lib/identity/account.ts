import { command, refused, type CommandEvent, type FormAnswer } from '$lib/action';
import { api, type Answer } from '$lib/api';
import { bodyOf } from '$lib/form/reading';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { zTotpBegun, zTotpConfirmed } from '@mahalleh/identity/model';
import { fail, type ActionFailure } from '@sveltejs/kit';
import { encode } from 'uqr';
import { v7 } from 'uuid';

/** The key of a second factor: as text, as an address, and as the rows of a QR code. */
export type TotpKey = { readonly secret: string; readonly uri: string; readonly qr: readonly (readonly boolean[])[] };

/** What the account page is told once and never again. */
export type AccountAnswer = FormAnswer & {
  /** Missing when it was shown before. */
  readonly totp?: TotpKey | undefined;
  readonly recoveryCodes?: readonly string[] | undefined;
};

const to =
  (path: string) =>
  (event: CommandEvent): string =>
    `${workspaceOf(event.params['province']).api}/me/${path}`;

/** Sends a form whose answer holds something that is shown once. */
const once =
  <Data>(action: string, path: string, shown: (data: Data) => Partial<AccountAnswer>) =>
  async (event: CommandEvent): Promise<AccountAnswer | ActionFailure<FormAnswer>> => {
    const form = await event.request.formData();
    const id = form.get('command_id');
    const idempotencyKey = typeof id === 'string' && id !== '' ? id : v7();
    const answer: Answer<Data> = await api(event).call('POST', to(path)(event), bodyOf(form), { idempotencyKey });
    if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem));
    return { action, done: true, values: {}, errors: [], ...shown(answer.data) };
  };

/** What anybody can do to their own account. */
export const accountActions = {
  revoke: command({
    to: (event, form) => to(`sessions/${String(form.get('_session'))}/revoke`)(event),
    says: () => m.account_revoked(),
  }),
  everywhere: command({
    to: to('sessions/revoke-all'),
    then: (_, { params }) => `${workspaceOf(params['province']).path}/sign-in`,
  }),
  password: command({ to: to('password'), secrets: ['current', 'next'], says: () => m.account_changed() }),
  begin: once<(typeof zTotpBegun)['_output']>('begin', 'totp/begin', ({ secret, uri }) => ({
    totp:
      secret === undefined || uri === undefined
        ? undefined
        : { secret, uri, qr: encode(uri, { ecc: 'M', border: 2 }).data },
  })),
  confirm: once<(typeof zTotpConfirmed)['_output']>('confirm', 'totp/confirm', ({ recoveryCodes }) => ({
    recoveryCodes,
  })),
  drop: command({ to: to('totp/drop'), says: () => m.account_totp_dropped() }),
};
