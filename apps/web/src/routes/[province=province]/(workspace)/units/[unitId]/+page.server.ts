import { read } from '$lib/api';
import { unitActions } from '$lib/units/actions';
import type { UnitPage, UnitRow, UnitRows } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import { MAY_LIE_UNDER } from '@mahalleh/units/rules';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const { searchParams } = event.url;
  const page = searchParams.get('page') ?? '1';
  const [detail, children] = await Promise.all([
    read<UnitPage>(event, `${api}/units/${event.params.unitId}`),
    read<UnitRows>(event, `${api}/units?parentId=${event.params.unitId}&size=100&page=${encodeURIComponent(page)}`),
  ]);
  const { unit } = detail;
  const list = async (query: string): Promise<UnitRow[]> =>
    (await read<UnitRows>(event, `${api}/units?${query}&size=100`)).rows.filter(({ id }) => id !== unit.id);
  const asked = searchParams.get('do');
  const parents =
    asked === 'move' ? (await Promise.all(MAY_LIE_UNDER[unit.kind].map((kind) => list(`kind=${kind}`)))).flat() : [];
  const siblings =
    asked === 'merge' && unit.parentId !== null ? await list(`parentId=${unit.parentId}&kind=${unit.kind}`) : [];
  const kinds = Object.entries(MAY_LIE_UNDER)
    .filter(([, above]) => above.includes(unit.kind))
    .map(([kind]) => kind);
  return {
    ...detail,
    children,
    parents: parents.filter(({ id }) => id !== unit.parentId),
    siblings,
    kinds,
    asked,
  };
};

export const actions: Actions = unitActions;
