import { command } from '$lib/action';
import { read } from '$lib/api';
import { readDomains } from '$lib/choice/read';
import { m } from '$lib/paraglide/messages';
import { splitBody } from '$lib/problems/amendment';
import type { Problem } from '$lib/problems/model';
import { workspaceOf } from '$lib/workspace/address';
import { mustBeAllowed } from '$lib/records/allowed';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [problem, domains, { me }] = await Promise.all([
    read<Problem>(event, `${api}/problems/${event.params.problemId}`),
    readDomains(event),
    event.parent(),
  ]);
  mustBeAllowed(me, 'problem.split', event);
  return { problem, domains };
};

export const actions: Actions = {
  split: command({
    to: ({ params }) => `${workspaceOf(params['province']).api}/problems/${params['problemId'] ?? ''}/split`,
    body: splitBody,
    then: (_data, { params }) => `${workspaceOf(params['province']).path}/problems/${params['problemId'] ?? ''}`,
    says: () => m.problems_split_done(),
    undoes: true,
  }),
};
