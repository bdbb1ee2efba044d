import { api } from '$lib/api';
import { leaveFlash } from '$lib/flash';
import { m } from '$lib/paraglide/messages';
import { localPath } from '$lib/preferences';
import { workspaceOf } from '$lib/workspace/address';
import { redirect } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';

/** There is nothing to look at here: only the way back from elsewhere. */
export const load: PageServerLoad = ({ params }) => redirect(303, `${workspaceOf(params.province).path}/trash`);

export const actions: Actions = {
  default: async (event) => {
    const workspace = workspaceOf(event.params.province);
    const form = await event.request.formData();
    const text = (name: string): string => String(form.get(name) ?? '');
    const answer = await api(event).call(
      'POST',
      `${workspace.api}/undo`,
      { commandId: text('commandId') },
      {
        idempotencyKey: text('command_id') || v7(),
      },
    );
    leaveFlash(event.cookies, { text: answer.ok ? m.trash_undone() : answer.problem.title });
    redirect(303, localPath(text('back'), workspace.path));
  },
};
