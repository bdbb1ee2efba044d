/** The cost of a refresh follows what changed: some units at a time, found by what is dirty and never by walking over a province. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '@mahalleh/gate';
import { allFeatures, refreshedUnits, refreshStatements } from '../src/index.ts';
import { openProvinceWorld, type ProvinceWorld } from './province-world.ts';

let world: ProvinceWorld;
beforeAll(async () => {
  world = await openProvinceWorld();
});
afterAll(() => world.close());

const countOf = async (sql: string): Promise<number> =>
  Number((await world.rows(`select count(*) as n from (${sql})`))[0]?.['n']);
const markAll = (): Promise<unknown> =>
  world.batch(
    allFeatures.map((feature) => ({
      sql: `insert or ignore into dirty (unit_id, feature) select id, '${feature}' from units`,
      args: [],
    })),
  );
const facts = () =>
  world.rows(
    'select unit_id, county_id, metric, dims, period, value from facts where value <> 0 order by 1, 2, 3, 4, 5',
  );

test('two units at a time come to the same facts as all at once', async () => {
  await markAll();
  const units = await countOf('select id from units');
  await world.recompute();
  const expected = await facts();
  expect(expected.length).toBeGreaterThan(5);
  await world.batch([{ sql: 'delete from facts', args: [] }]);
  await markAll();
  for (let left = units; left > 0; left -= 2) {
    const results = await world.batch(refreshStatements(allFeatures, world.nowMs(), 2));
    expect(refreshedUnits(allFeatures, results)).toBe(Math.min(2, left));
    expect(await countOf("select 1 from dirty where feature = 'problems'")).toBe(Math.max(0, left - 2));
  }
  expect(await facts()).toEqual(expected);
  expect(await world.drift()).toEqual([]);
});

const planOf = async ({ sql, args }: Statement): Promise<string[]> => {
  const text = Object.entries(args).reduce(
    (t, [name, value]) => t.replaceAll(`:${name}`, typeof value === 'string' ? `'${value}'` : String(value)),
    sql,
  );
  return (await world.rows(`explain query plan ${text}`)).map(({ detail }) => String(detail));
};

test('no refresh walks over all units, problems or facts', async () => {
  for (const statement of refreshStatements(allFeatures, world.nowMs(), 10)) {
    const steps = await planOf(statement);
    expect(steps.length).toBeGreaterThan(0);
    const walks = steps.filter((step) =>
      /units_by_kind|^SCAN (?!\(subquery|steps_base_\d+$|k$|k |s$|f$|CONSTANT)/.test(step),
    );
    expect(walks, statement.sql.slice(0, 90)).toEqual([]);
  }
});
