import { read } from '$lib/api';
import { readDomains, readPlaces } from '$lib/choice/read';
import type { GapList } from '$lib/responsibilities/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'domain', 'severity', 'page');
  const [gaps, domains, places] = await Promise.all([
    read<GapList>(event, `${api}/responsibilities/gaps${query}`),
    readDomains(event),
    readPlaces(event, event.url.searchParams.get('unitId')),
  ]);
  return { gaps, domains, places };
};
