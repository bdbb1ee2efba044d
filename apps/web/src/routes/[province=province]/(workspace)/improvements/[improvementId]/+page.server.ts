import { command } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Improvement } from '$lib/upgrades/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  improvement: await read<Improvement>(
    event,
    `${workspaceOf(event.params.province).api}/improvements/${event.params.improvementId}`,
  ),
});

export const actions: Actions = {
  answer: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/improvements/${params['improvementId'] ?? ''}/answer`,
    lists: ['taken'],
    says: () => m.upgrades_answer_sent(),
  }),
};
