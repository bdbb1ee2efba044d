import { refused, type CommandEvent } from '$lib/action';
import { api as callApi, read } from '$lib/api';
import { workspaceOf } from '$lib/workspace/address';
import type { LookinAccepted, LookinInvitations } from '@mahalleh/lookin/model';
import { fail, redirect } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';

type Accepted = (typeof LookinAccepted)['_output'];

const { api } = workspaceOf(undefined);
/** How often, and how long apart, the province's door is asked whether the letter has come. */
const KNOCKS = { times: 20, everyMs: 250 } as const;

export const load: PageServerLoad = async (event) => ({
  invitations: (await read<(typeof LookinInvitations)['_output']>(event, `${api}/look-ins`)).rows,
});

const said = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Waits until the province has read the letter and its door knows the link, or a few seconds. */
const knock = async (event: CommandEvent, door: string): Promise<void> => {
  for (let left = KNOCKS.times; left > 0; left--) {
    if ((await callApi(event).call('GET', door)).ok) return;
    await new Promise((done) => setTimeout(done, KNOCKS.everyMs));
  }
};

export const actions: Actions = {
  follow: async (event) => {
    const form = await event.request.formData();
    const [province, lookinId] = [said(form, 'province'), said(form, 'lookinId')];
    const path = `${api}/look-ins/${encodeURIComponent(province)}/${encodeURIComponent(lookinId)}/accept`;
    const idempotencyKey = said(form, 'command_id') || v7();
    const answer = await callApi(event).call<Accepted>('POST', path, {}, { idempotencyKey });
    if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem));
    const { token } = answer.data;
    // Sent twice, the link is not shown again; the page has another.
    if (token === undefined) redirect(303, '/ministry/look-ins');
    const there = workspaceOf(province);
    await knock(event, `${there.api}/invitations/${token}`);
    redirect(303, `${there.path}/invitation/${token}`);
  },
};
