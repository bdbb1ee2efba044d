import { read } from '$lib/api';
import { readUnit } from '$lib/choice/read';
import type { Indicators, OfUnit } from '$lib/indicators/model';
import { queryOf } from '$lib/query';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const unitId = event.url.searchParams.get('unitId') ?? '';
  const [indicators, unit, ofUnit] = await Promise.all([
    read<Indicators>(event, `${api}/indicators${queryOf(event.url, 'aim', 'q', 'withRetired')}`),
    unitId === '' ? undefined : readUnit(event, unitId),
    unitId === '' ? undefined : read<OfUnit>(event, `${api}/neighbourhoods/${unitId}/indicators?all=true`),
  ]);
  return { indicators, unit, ofUnit };
};
