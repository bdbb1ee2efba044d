import { read } from '$lib/api';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { TrashList } from '@mahalleh/undo/model';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  return {
    trash: await read<(typeof TrashList)['_output']>(event, `${api}/trash${queryOf(event.url, 'unitId', 'page')}`),
  };
};
