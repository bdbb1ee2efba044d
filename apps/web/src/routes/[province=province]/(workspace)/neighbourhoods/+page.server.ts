import { read } from '$lib/api';
import type { NeighbourhoodList } from '$lib/neighbourhoods/model';
import { queryOf } from '$lib/query';
import type { UnitRows } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [list, all, counties] = await Promise.all([
    read<NeighbourhoodList>(event, `${api}/neighbourhoods${queryOf(event.url)}`),
    read<NeighbourhoodList>(event, `${api}/neighbourhoods?size=1`),
    read<UnitRows>(event, `${api}/units?kind=county&size=100`),
  ]);
  return { list, total: all.total, counties: counties.rows };
};
