import type { Origin } from '$lib/adoptions/model';
import { read, readIfAllowed } from '$lib/api';
import { assign, release } from '$lib/responsibilities/actions';
import type { CellDetail } from '$lib/responsibilities/model';
import { workspaceOf } from '$lib/workspace/address';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { unitId, domainKey } = event.params;
  const query = new URLSearchParams({ unitId, domainKey });
  const of = new URLSearchParams({ kind: 'responsibility', key: `${unitId}|${domainKey}` });
  const [found, origin] = await Promise.all([
    read<CellDetail>(event, `${api}/responsibilities/cell?${query.toString()}`),
    readIfAllowed<Origin>(event, `${api}/record-origin?${of.toString()}`),
  ]);
  return { found, origin };
};

export const actions: Actions = { assign, release };
