import { refused, type CommandEvent } from '$lib/action';
import { api } from '$lib/api';
import { leaveFlash } from '$lib/flash';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import { fail, redirect } from '@sveltejs/kit';
import { v7 } from 'uuid';

/** Dissolves a council once the name of its unit has been typed: there is no way back. */
export const dissolve = async (event: CommandEvent) => {
  const form = await event.request.formData();
  const { api: base, path } = workspaceOf(event.params['province']);
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  if (plain(text('_typed')) !== plain(text('_name'))) {
    const title = m.councils_dissolve_mismatch();
    const errors = [{ field: '_typed', reason: 'mismatch', title }];
    return fail(400, refused(event, form, { status: 400, reason: 'input_invalid', title, trace: '', errors }));
  }
  const councilId = event.params['councilId'] ?? '';
  const body = { on: text('on') || undefined, revision: Number(text('revision')) };
  const idempotencyKey = text('command_id') || v7();
  const answer = await api(event).call('POST', `${base}/councils/${councilId}/dissolve`, body, { idempotencyKey });
  if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem));
  leaveFlash(event.cookies, { text: m.councils_dissolve_done() });
  redirect(303, `${path}/councils/${councilId}`);
};

/** Without the half-space and the doubled letters that keyboards disagree about. */
const plain = (name: string): string =>
  name
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[\s\u200c]+/g, '')
    .toLowerCase();
