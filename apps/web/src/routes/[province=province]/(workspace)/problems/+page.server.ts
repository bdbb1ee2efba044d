import { read } from '$lib/api';
import { readDomains, readPlaces } from '$lib/choice/read';
import type { Counts, Problems } from '$lib/problems/model';
import { queryOf } from '$lib/query';
import { viewActions } from '$lib/saved/actions';
import { readViews } from '$lib/saved/read';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'status', 'domain', 'severity', 'q', 'sort', 'page');
  const [views, problems, counts, domains, places] = await Promise.all([
    readViews(event, 'problems'),
    read<Problems>(event, `${api}/problems${query}`),
    read<Counts>(event, `${api}/problem-counts${queryOf(event.url, 'unitId')}`),
    readDomains(event),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { views, problems, counts, domains, places };
};

export const actions: Actions = viewActions;
