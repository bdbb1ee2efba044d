import { read } from '$lib/api';
import { queryOf } from '$lib/query';
import type { UnitRow, UnitRows } from '$lib/units/model';
import { workspaceOf } from '$lib/workspace/address';
import type { PageServerLoad } from './$types';

const FILTERS = ['q', 'kind', 'withEnded'] as const;
const UPPER = ['province', 'county', 'district', 'city'] as const;
const PAGE = 100;

export const load: PageServerLoad = async (event) => {
  const { api } = workspaceOf(event.params.province);
  const isFiltered = FILTERS.some((name) => event.url.searchParams.has(name));
  const count = (kind: string) => read<UnitRows>(event, `${api}/units?kind=${kind}&size=1`);
  const [counties, neighbourhoods, villages, list, upper] = await Promise.all([
    count('county'),
    count('neighbourhood'),
    count('village'),
    isFiltered ? read<UnitRows>(event, `${api}/units${queryOf(event.url)}`) : undefined,
    isFiltered ? [] : Promise.all(UPPER.map((kind) => allOf(event, `${api}/units?kind=${kind}`))),
  ]);
  return { counties: counties.total, places: neighbourhoods.total + villages.total, list, upper: upper.flat() };
};

/** Every page of a list: the units above the neighbourhoods are a few hundred at most. */
const allOf = async (event: Parameters<typeof read>[0], path: string): Promise<UnitRow[]> => {
  const first = await read<UnitRows>(event, `${path}&size=${PAGE}`);
  const more = Array.from({ length: Math.max(0, Math.ceil(first.total / PAGE) - 1) }, (_, index) =>
    read<UnitRows>(event, `${path}&size=${PAGE}&page=${index + 2}`),
  );
  return [first, ...(await Promise.all(more))].flatMap(({ rows }) => rows);
};
