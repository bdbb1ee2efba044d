import { read } from '$lib/api';
import { readPlaces } from '$lib/choice/read';
import type { Tasks } from '$lib/operations/model';
import { queryOf } from '$lib/query';
import { viewActions } from '$lib/saved/actions';
import { readViews } from '$lib/saved/read';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [views, tasks, late, mine, places] = await Promise.all([
    readViews(event, 'tasks'),
    read<Tasks>(event, `${api}/tasks${queryOf(event.url, 'unitId', 'agencyId', 'status', 'late', 'mine', 'page')}`),
    read<Tasks>(event, `${api}/tasks?late=true&size=1`),
    read<Tasks>(event, `${api}/tasks?mine=true&status=open&size=1`),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { views, tasks, late: late.total, mine: mine.total, places };
};

export const actions: Actions = viewActions;
