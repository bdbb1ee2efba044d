import type { Capacities } from '$lib/capacities/model';
import { read } from '$lib/api';
import { readDomains, readUnits } from '$lib/choice/read';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'kind', 'domain', 'agencyId', 'q', 'withdrawn', 'page');
  const [capacities, domains, units] = await Promise.all([
    read<Capacities>(event, `${api}/capacities${query}`),
    readDomains(event),
    readUnits(event),
  ]);
  return { capacities, domains, units };
};
