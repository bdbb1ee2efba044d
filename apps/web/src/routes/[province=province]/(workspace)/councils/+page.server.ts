import { read } from '$lib/api';
import type { CouncilList } from '$lib/councils/model';
import { queryOf } from '$lib/query';
import type { UnitRows } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [list, all, formed, counties] = await Promise.all([
    read<CouncilList>(event, `${api}/councils${queryOf(event.url)}`),
    read<CouncilList>(event, `${api}/councils?size=1`),
    read<CouncilList>(event, `${api}/councils?size=1&formed=true`),
    read<UnitRows>(event, `${api}/units?kind=county&size=100`),
  ]);
  return { list, total: all.total, formed: formed.total, counties: counties.rows };
};
