import { NATION } from '@mahalleh/gate';
import { verifyChecks } from '@mahalleh/rollups/verify';
import type { Desk } from './desk.ts';

/** One figure that is not what the records say. */
export type Drift = { readonly check: string; readonly row: string };

type Cell = { readonly key: string; readonly value: number };

const CELLS =
  'select u.official_code, c.metric, c.dims, c.period, c.value from cells c join units u on u.id = c.county_id where c.value <> 0 and u.official_code is not null';
const NATIONAL = 'select county, metric, dims, period, value from national_cells where province = ? and value <> 0';

const cellsOf = (rows: readonly (readonly unknown[])[]): Cell[] =>
  rows.map((row) => ({ key: row.slice(0, 4).join(' | '), value: Number(row[4]) }));

/** Compares the nation's cells with the province's, by county. */
export const nationalDrift = (own: readonly (readonly unknown[])[], nations: readonly (readonly unknown[])[]): Drift[] => {
  const held = new Map(cellsOf(nations).map(({ key, value }) => [key, value]));
  const drift: Drift[] = [];
  for (const { key, value } of cellsOf(own)) {
    if (held.get(key) !== value) drift.push({ check: 'nation', row: `${key}: the province says ${value}, the nation ${held.get(key) ?? 'nothing'}` });
    held.delete(key);
  }
  for (const [key, value] of held) drift.push({ check: 'nation', row: `${key}: the nation says ${value}, the province nothing` });
  return drift;
};

/** Every figure of a province that is not what its records say, and every cell that the nation holds otherwise. `undrained`: features still being recomputed. */
export const driftOf = async (desk: Desk, province: string): Promise<{ drift: Drift[]; undrained: boolean }> => {
  const checks = verifyChecks(Date.now());
  const results = await desk.read(province, [...checks.map(({ statement }) => statement), { sql: CELLS, args: [] }]);
  const found = checks.flatMap(({ name }, i) => (results[i]?.rows ?? []).map((row) => ({ check: name, row: row.map(String).join(' | ') })));
  const nations = await desk.rows(NATION, NATIONAL, [province]);
  return {
    drift: [...found.filter(({ check }) => check !== 'drained'), ...nationalDrift(results.at(-1)?.rows ?? [], nations)],
    undrained: found.some(({ check }) => check === 'drained'),
  };
};
