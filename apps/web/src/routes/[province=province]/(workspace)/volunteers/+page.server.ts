import { read } from '$lib/api';
import { queryOf } from '$lib/query';
import type { Volunteers } from '$lib/volunteers/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = queryOf(event.url, 'unitId', 'skill', 'day', 'withdrawn', 'page');
  return { volunteers: await read<Volunteers>(event, `${api}/volunteers${query}`) };
};
