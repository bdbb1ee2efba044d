import { read } from '$lib/api';
import { readDomains, readPlaces } from '$lib/choice/read';
import type { Counts, Problems } from '$lib/problems/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'status', 'domain', 'severity', 'q', 'sort', 'page');
  const [problems, counts, domains, places] = await Promise.all([
    read<Problems>(event, `${api}/problems${query}`),
    read<Counts>(event, `${api}/problem-counts${queryOf(event.url, 'unitId')}`),
    readDomains(event),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { problems, counts, domains, places };
};
