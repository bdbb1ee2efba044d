import { expect, test } from 'vitest';
import { ALL_UNITS, factsSql } from '@mahalleh/metric';
import { retireUnit } from '../src/commands/retire-unit.ts';
import { neighbourhoodCount } from '../src/metrics.ts';
import { openSmallProvince } from './support/small-province.ts';

test('neighbourhoods and villages are counted where they lie, until they end', async () => {
  const world = await openSmallProvince();
  const facts = async (units: string) =>
    (await world.rows(factsSql(neighbourhoodCount, units)))
      .map((row) => [row['unit_id'], row['county_id'], row['dims'], row['value']])
      .sort();
  const { a, b, c, village, qom, kahak } = world.ids;
  expect(await facts(ALL_UNITS)).toEqual(
    [
      [a, qom, 'setting=urban', 1],
      [b, qom, 'setting=urban', 1],
      [c, kahak, 'setting=urban', 1],
      [village, qom, 'setting=rural', 1],
    ].sort(),
  );
  await retireUnit.run(world.admin, { unitId: a, revision: 1, onDate: '2025-01-01' });
  expect(await facts(`select '${a}' as id`)).toEqual([]);
  expect(await world.rows("select unit_id from dirty where feature = 'units' and unit_id = ?", a)).toEqual([
    { unit_id: a },
  ]);
  world.close();
});
