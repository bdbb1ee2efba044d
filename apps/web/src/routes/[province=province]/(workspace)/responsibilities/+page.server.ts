import { read } from '$lib/api';
import { readAgencies } from '$lib/choice/read';
import { assign } from '$lib/responsibilities/actions';
import type { Matrix } from '$lib/responsibilities/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const [matrix, agencies] = await Promise.all([
    read<Matrix>(event, `${api}/responsibilities${queryOf(event.url, 'unitId', 'q', 'page')}`),
    readAgencies(event),
  ]);
  return { matrix, agencies };
};

export const actions: Actions = { assign };
