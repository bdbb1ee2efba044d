import { refused, undoOf, type CommandEvent } from '$lib/action';
import { api } from '$lib/api';
import { leaveFlash } from '$lib/flash';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { fail, redirect } from '@sveltejs/kit';
import { v5, v7 } from 'uuid';

type Saved = { readonly id: string; readonly revision: number };

const textOf = (form: FormData, name: string): string | undefined => {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** Appoints to a seat, registering the person first when the form names somebody new, and swears the holder when the form says so. */
export const appoint = async (event: CommandEvent) => {
  const form = await event.request.formData();
  const { api: base, path } = workspaceOf(event.params['province']);
  const councilId = event.params['councilId'] ?? '';
  const seatId = textOf(form, 'seatId') ?? '';
  const commandId = textOf(form, 'command_id') ?? v7();

  const fullName = textOf(form, '_fullName');
  let personId = textOf(form, 'personId');
  if (personId === undefined && fullName !== undefined) {
    // Named by what is registered, so that a form sent again does not register the same person twice.
    const idempotencyKey = v5(JSON.stringify([councilId, seatId, fullName]), v5.URL);
    const person = await api(event).call<Saved>('POST', `${base}/people`, { fullName }, { idempotencyKey });
    if (!person.ok) {
      const errors = person.problem.errors.map((error) => ({ ...error, field: '_fullName' }));
      return fail(person.problem.status, refused(event, form, { ...person.problem, errors }));
    }
    personId = person.data.id;
  }

  const fromOn = textOf(form, 'fromOn');
  const body = { seatId, personId, decreeNumber: textOf(form, 'decreeNumber'), fromOn, toOn: textOf(form, 'toOn') };
  const appointed = await api(event).call<Saved>('POST', `${base}/councils/${councilId}/appointments`, body, {
    idempotencyKey: commandId,
  });
  if (!appointed.ok) return fail(appointed.problem.status, refused(event, form, appointed.problem));

  const text = await swearOne(event, form, appointed.data, fromOn, commandId);
  leaveFlash(event.cookies, { text, ...(form.has('_sworn') ? {} : undoOf(event, commandId)) });
  const next = textOf(form, '_next');
  redirect(303, `${path}/councils/${councilId}${next === undefined ? '' : `?seat=${next}#appoint`}`);
};

/** Swears the new holder if asked to; what is said of it. */
const swearOne = async (
  event: CommandEvent,
  form: FormData,
  { id, revision }: Saved,
  on: string | undefined,
  commandId: string,
): Promise<string> => {
  if (!form.has('_sworn')) return m.councils_appoint_done();
  const { api: base } = workspaceOf(event.params['province']);
  const idempotencyKey = v5('swear', commandId);
  const sworn = await api(event).call('POST', `${base}/appointments/${id}/swear`, { on, revision }, { idempotencyKey });
  return sworn.ok ? m.councils_appoint_done() : m.councils_appoint_done_unsworn({ why: sworn.problem.title });
};

/** Swears all marked holders on one day; the first refusal stops it and is shown. */
export const swear = async (event: CommandEvent) => {
  const form = await event.request.formData();
  const { api: base, path } = workspaceOf(event.params['province']);
  const commandId = textOf(form, 'command_id') ?? v7();
  const marked = form.getAll('_appointment').filter((value) => typeof value === 'string');
  if (marked.length === 0) {
    const errors = [{ field: '_appointment', reason: 'required', title: m.councils_swear_pick() }];
    const problem = { status: 400, reason: 'input_invalid', title: m.councils_swear_pick(), trace: '', errors };
    return fail(400, refused(event, form, problem));
  }
  for (const value of marked) {
    const [id = '', revision = '1'] = value.split(':');
    const body = { on: textOf(form, 'on'), revision: Number(revision) };
    const sworn = await api(event).call('POST', `${base}/appointments/${id}/swear`, body, {
      idempotencyKey: v5(id, commandId),
    });
    if (!sworn.ok && sworn.problem.reason !== 'already_sworn')
      return fail(sworn.problem.status, refused(event, form, sworn.problem));
  }
  leaveFlash(event.cookies, { text: m.councils_swear_done() });
  redirect(303, `${path}/councils/${event.params['councilId'] ?? ''}`);
};
