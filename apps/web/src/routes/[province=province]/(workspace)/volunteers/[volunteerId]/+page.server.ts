import { command, refused, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Volunteer } from '$lib/volunteers/model';
import { workspaceOf } from '$lib/workspace/address';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  return { volunteer: await read<Volunteer>(event, `${api}/volunteers/${event.params.volunteerId}`) };
};

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/volunteers/${params['volunteerId'] ?? ''}/${verb}`;

const withdraw = command({ to: to('withdraw'), says: () => m.volunteers_withdraw_done() });

/** What cannot be taken back is confirmed by a word that is typed. */
const confirmed = async (event: CommandEvent) => {
  const form = await event.request.clone().formData();
  const word = m.volunteers_withdraw_word();
  if (String(form.get('_confirm') ?? '').trim() === word) return withdraw(event);
  const title = m.volunteers_withdraw_unconfirmed({ word });
  const errors = [{ field: '_confirm', reason: 'unconfirmed', title }];
  return fail(422, refused(event, form, { status: 422, reason: 'unconfirmed', title, trace: '', errors }));
};

export const actions: Actions = {
  amend: command({
    to: to('amend'),
    lists: ['skills', 'days'],
    clearable: ['times', 'note'],
    says: () => m.volunteers_amended(),
    undoes: true,
  }),
  withdraw: confirmed,
};
