import { read } from '$lib/api';
import type { Targets } from '$lib/targets/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'withDropped', 'withParts', 'page');
  return { targets: await read<Targets>(event, `${api}/targets${query === '' ? '?' : `${query}&`}size=100`) };
};
