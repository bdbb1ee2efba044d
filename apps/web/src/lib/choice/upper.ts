import { read, type CallEvent } from '$lib/api';
import { workspaceOf } from '$lib/workspace/address';
import type { UnitList } from '@mahalleh/units/model';

type Units = (typeof UnitList)['_output'];

const KINDS = ['province', 'county', 'district', 'city'] as const;

/** The units above the neighbourhoods, for a choice: the first hundred of each kind. */
export const readUpperUnits = async (
  event: CallEvent & { params: { province?: string } },
): Promise<readonly Units['rows'][number][]> => {
  const { api } = workspaceOf(event.params.province);
  const lists = await Promise.all(KINDS.map((kind) => read<Units>(event, `${api}/units?kind=${kind}&size=100`)));
  return lists.flatMap(({ rows }) => rows);
};
