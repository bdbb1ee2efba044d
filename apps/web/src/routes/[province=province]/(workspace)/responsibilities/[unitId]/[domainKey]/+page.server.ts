import { read } from '$lib/api';
import { assign, release } from '$lib/responsibilities/actions';
import type { CellDetail } from '$lib/responsibilities/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const query = new URLSearchParams({ unitId: event.params.unitId, domainKey: event.params.domainKey });
  return { found: await read<CellDetail>(event, `${api}/responsibilities/cell?${query.toString()}`) };
};

export const actions: Actions = { assign, release };
