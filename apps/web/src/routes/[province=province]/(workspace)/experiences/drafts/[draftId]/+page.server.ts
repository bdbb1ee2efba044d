import { command, type CommandEvent } from '$lib/action';
import { read } from '$lib/api';
import type { Draft } from '$lib/experiences/model';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  draft: await read<Draft>(
    event,
    `${workspaceOf(event.params.province).api}/experience-drafts/${event.params.draftId}`,
  ),
});

const to =
  (verb: string) =>
  ({ params }: CommandEvent): string =>
    `${workspaceOf(params['province']).api}/experience-drafts/${params['draftId'] ?? ''}/${verb}`;

export const actions: Actions = {
  amend: command({
    to: to('amend'),
    lists: ['operations', 'notes', 'figures'],
    says: () => m.experiences_draft_saved(),
    undoes: true,
  }),
  publish: command<{ id: string }>({
    to: to('publish'),
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/experiences/${id}`,
    says: () => m.experiences_published(),
  }),
  discard: command({
    to: to('discard'),
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/experiences/drafts`,
    says: () => m.experiences_draft_discarded(),
    undoes: true,
  }),
};
