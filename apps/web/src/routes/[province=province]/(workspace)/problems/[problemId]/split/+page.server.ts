import { command } from '$lib/action';
import { m } from '$lib/paraglide/messages';
import { loadAct } from '$lib/problems/act-page';
import { splitBody } from '$lib/problems/amendment';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAct(event, 'problem.split');

export const actions: Actions = {
  split: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/problems/${params['problemId'] ?? ''}/split`,
    body: splitBody,
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/problems/${params['problemId'] ?? ''}`,
    says: () => m.problems_split_done(),
    undoes: true,
  }),
};
