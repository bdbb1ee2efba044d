import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions } from './$types';

export const actions: Actions = {
  write: command<{ id: string }>({
    to: ({ params }) => `${workspaceOf(params['province']).api}/experience-drafts`,
    then: ({ id }, { params }) => `${workspaceOf(params['province']).path}/experiences/drafts/${id}`,
    says: () => m.experiences_drafted(),
  }),
};
