import { read } from '$lib/api';
import { readPlaces } from '$lib/choice/read';
import type { Operations } from '$lib/operations/model';
import { queryOf } from '$lib/query';
import { viewActions } from '$lib/saved/actions';
import { readViews } from '$lib/saved/read';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const here = queryOf(event.url, 'unitId');
  const count = (status: string): Promise<Operations> =>
    read<Operations>(event, `${api}/operations?${status}&size=1${here.replace('?', '&')}`);
  const [views, operations, running, late, places] = await Promise.all([
    readViews(event, 'operations'),
    read<Operations>(
      event,
      `${api}/operations${queryOf(event.url, 'unitId', 'status', 'late', 'q', 'agencyId', 'problemId', 'page')}`,
    ),
    count('status=running'),
    count('late=true'),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { views, operations, running: running.total, late: late.total, places };
};

export const actions: Actions = viewActions;
