import { NATION } from '@mahalleh/gate';
import { verifyChecks } from '@mahalleh/rollups/verify';
import type { Desk } from './desk.ts';

/** One figure that is not what the records say. */
export type Drift = { readonly check: string; readonly row: string };

type Cell = { readonly key: string; readonly value: number };

const CELLS =
  'select u.official_code, c.metric, c.dims, c.period, c.value from cells c join units u on u.id = c.county_id where c.value <> 0 and u.official_code is not null';
const NATIONAL = 'select county, metric, dims, period, value from national_cells where province = ? and value <> 0';
const SUMMED =
  'select metric, substr(period, 1, 4) as span, dims, sum(value) as value from national_cells where province = :province group by 1, 2, 3 having sum(value) <> 0';
const HELD = 'select metric, span, dims, value from national_sums where province = :province and value <> 0';
const SUMS = `select 'lost' as drift, * from (${SUMMED} except ${HELD}) union all select 'left' as drift, * from (${HELD} except ${SUMMED}) limit 20`;

const cellsOf = (rows: readonly (readonly unknown[])[]): Cell[] =>
  rows.map((row) => ({ key: row.slice(0, 4).join(' | '), value: Number(row[4]) }));

/** Compares the nation's cells with the province's, by county. */
export const nationalDrift = (
  own: readonly (readonly unknown[])[],
  nations: readonly (readonly unknown[])[],
): Drift[] => {
  const held = new Map(cellsOf(nations).map(({ key, value }) => [key, value]));
  const drift: Drift[] = [];
  for (const { key, value } of cellsOf(own)) {
    if (held.get(key) !== value)
      drift.push({
        check: 'nation',
        row: `${key}: the province says ${value}, the nation ${held.get(key) ?? 'nothing'}`,
      });
    held.delete(key);
  }
  for (const [key, value] of held)
    drift.push({ check: 'nation', row: `${key}: the nation says ${value}, the province nothing` });
  return drift;
};

/** Every figure of a province that is not what its records say, and every cell that the nation holds otherwise. `undrained`: features still being recomputed. */
export const driftOf = async (desk: Desk, province: string): Promise<{ drift: Drift[]; undrained: boolean }> => {
  const checks = verifyChecks(Date.now());
  const results = await desk.read(province, [...checks.map(({ statement }) => statement), { sql: CELLS, args: [] }]);
  const found = checks.flatMap(({ name }, i) =>
    (results[i]?.rows ?? []).map((row) => ({ check: name, row: row.map(String).join(' | ') })),
  );
  const [nations, sums] = await desk.read(NATION, [
    { sql: NATIONAL, args: [province] },
    { sql: SUMS, args: { province } },
  ]);
  return {
    drift: [
      ...found.filter(({ check }) => check !== 'drained'),
      ...nationalDrift(results.at(-1)?.rows ?? [], nations?.rows ?? []),
      ...(sums?.rows ?? []).map((row) => ({ check: "the nation's sums", row: row.map(String).join(' | ') })),
    ],
    undrained: found.some(({ check }) => check === 'drained'),
  };
};
