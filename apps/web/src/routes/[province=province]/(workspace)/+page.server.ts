import { read } from '$lib/api';
import type { Home } from '$lib/home/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  return { home: await read<Home>(event, `${api}/home`) };
};
