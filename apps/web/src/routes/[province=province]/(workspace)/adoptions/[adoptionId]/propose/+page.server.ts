import { command } from '$lib/action';
import { read } from '$lib/api';
import { m } from '$lib/paraglide/messages';
import type { Overlay } from '$lib/upgrades/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  overlay: await read<Overlay>(
    event,
    `${workspaceOf(event.params.province).api}/adoptions/${event.params.adoptionId}/overlay`,
  ),
});

export const actions: Actions = {
  default: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/improvements`,
    lists: ['keys', 'cleared'],
    body: (read, _form, { params }) => ({ ...read, adoptionId: params['adoptionId'] }),
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/improvements/${id}`,
    says: () => m.upgrades_propose_sent(),
  }),
};
