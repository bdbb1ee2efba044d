import { read } from '$lib/api';
import type { Bases } from '$lib/bases/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'q', 'kind', 'activation', 'countyId', 'unitId', 'agencyId', 'page');
  const count = (activation: string) => read<Bases>(event, `${api}/bases?size=1${activation}`);
  const [bases, all, active, preparing] = await Promise.all([
    read<Bases>(event, `${api}/bases${query}`),
    count(''),
    count('&activation=active'),
    count('&activation=preparing'),
  ]);
  return { bases, counts: { all: all.total, active: active.total, preparing: preparing.total } };
};
