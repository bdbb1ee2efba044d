import { expect, test } from 'vitest';
import { newId } from '@mahalleh/kernel';
import { openTestProvince } from '@mahalleh/gate/testing';
import { ALL_UNITS, factsSql } from '@mahalleh/metric';
import { plantSql } from '@mahalleh/units/planting';
import { activateBase } from '../src/commands/activate-base.ts';
import { registerBase } from '../src/commands/register-base.ts';
import { activeBases, baseCount } from '../src/metrics.ts';

test('active bases are counted by kind and all bases by state, and a change marks the neighbourhood', async () => {
  const world = await openTestProvince();
  const [province, county, a] = [newId(), newId(), newId()];
  const fromOn = '2020-03-20';
  const seedlings = [
    { id: province, kind: 'province' as const, nameFa: 'قزوین', parentId: null, fromOn },
    { id: county, kind: 'county' as const, nameFa: 'قزوین', parentId: province, fromOn },
    { id: a, kind: 'neighbourhood' as const, nameFa: 'راه‌آهن', parentId: county, fromOn },
  ];
  for (const { sql, args } of plantSql(seedlings, 0)) await world.sql(sql, [...(args as (string | number)[])]);
  const admin = await world.as({ role: 'province_admin', unitId: province });
  const first = await registerBase.run(admin, { unitId: a, kind: 'mosque', name: 'یک' });
  await registerBase.run(admin, { unitId: a, kind: 'school', name: 'دو', activation: 'preparing' });
  await world.sql('delete from dirty');
  await activateBase.run(admin, { baseId: first.id, revision: 1, on: '1405/01/01' });
  expect(await world.sql('select unit_id, feature from dirty')).toEqual([{ unit_id: a, feature: 'agencies' }]);
  const facts = async (metric: typeof activeBases | typeof baseCount) =>
    (await world.sql(factsSql(metric, ALL_UNITS))).map((row) => [row['county_id'], row['dims'], row['value']]);
  expect(await facts(activeBases)).toEqual([[county, 'kind=mosque', 1]]);
  expect(await facts(baseCount)).toEqual([
    [county, 'activation=active', 1],
    [county, 'activation=preparing', 1],
  ]);
  world.close();
});
