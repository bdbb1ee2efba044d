import { refused } from '$lib/action';
import { api as call } from '$lib/api';
import { findUnits, readDomains, readUnit } from '$lib/choice/read';
import { photoOf, sendPhoto } from '$lib/evidence/attach';
import { leaveFlash } from '$lib/flash';
import { bodyOf } from '$lib/form/reading';
import { m } from '$lib/paraglide/messages';
import { whysBody } from '$lib/problems/amendment';
import { mustBeAllowed } from '$lib/records/allowed';
import { workspaceOf } from '$lib/workspace/address';
import type { Registered } from '@mahalleh/problems/model';
import { fail, redirect } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const q = event.url.searchParams.get('q') ?? '';
  const [unit, domains, found] = await Promise.all([
    unitId === '' ? undefined : readUnit(event, unitId),
    readDomains(event),
    unitId === '' ? findUnits(event, q) : [],
  ]);
  mustBeAllowed((await event.parent()).me, 'problem.register', event);
  return { unit, domains, q, found };
};

export const actions: Actions = {
  register: async (event) => {
    const { api, path } = workspaceOf(event.params.province);
    const form = await event.request.formData();
    const commandId = form.get('command_id');
    const answer = await call(event).call<(typeof Registered)['_output']>(
      'POST',
      `${api}/problems`,
      whysBody(bodyOf(form)),
      {
        idempotencyKey: typeof commandId === 'string' && commandId !== '' ? commandId : v7(),
      },
    );
    if (!answer.ok) return fail(answer.problem.status, refused(event, form, answer.problem));
    const { id, code } = answer.data;
    const photo = photoOf(form);
    const sent = photo === undefined ? undefined : await sendPhoto(event, { kind: 'problem', id }, photo);
    const text =
      sent === undefined || sent.ok
        ? m.problems_registered({ code })
        : m.problems_registered_without_photo({ code, why: sent.problem.title });
    leaveFlash(event.cookies, { text });
    redirect(303, `${path}/problems/${id}`);
  },
};
