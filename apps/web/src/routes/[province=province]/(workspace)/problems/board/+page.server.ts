import { command } from '$lib/action';
import { read } from '$lib/api';
import { readDomains, readPlaces } from '$lib/choice/read';
import type { Board, Counts } from '$lib/problems/model';
import { isStep, wordsOf, type Step } from '$lib/problems/steps';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const filters = queryOf(
    event.url,
    'unitId',
    'domain',
    'severity',
    'q',
    'sort',
    'level',
    'overdue',
    'gap',
    'from',
    'to',
  );
  const [board, counts, domains, places] = await Promise.all([
    read<Board>(event, `${api}/problem-board${filters}`),
    read<Counts>(event, `${api}/problem-counts${queryOf(event.url, 'unitId')}`),
    readDomains(event),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { board, counts, domains, places };
};

/** The step a form names; what is no step is asked of the API as one that it refuses. */
const stepIn = (form: FormData): Step => {
  const named = form.get('_step');
  return typeof named === 'string' && isStep(named) ? named : 'triage';
};

export const actions: Actions = {
  move: async (event) => {
    const step = stepIn(await event.request.clone().formData());
    return command({
      to: ({ params }, form) =>
        `${workspaceOf(params['province']).api}/problems/${encodeURIComponent(String(form.get('_id') ?? ''))}/${step}`,
      says: () => wordsOf(step).done(),
      undoes: true,
    })(event);
  },
};
