/** Templates in use among the figures: by version, by what was changed, and by whether what was promised came. */
import { standingRound } from '@mahalleh/adoptions/standing';
import { newId } from '@mahalleh/kernel';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { adoptionVerbs } from './adoption-verbs.ts';
import { openProvinceWorld, type Row } from './province-world.ts';

let world: Awaited<ReturnType<typeof openProvinceWorld>>;
beforeEach(async () => {
  world?.close();
  world = await openProvinceWorld();
});
afterAll(() => world.close());

const cellsOf = async (metric: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await world.rows(
        'select dims, sum(value) as n from cells where metric = ? group by 1 having n <> 0 order by 1',
        metric,
      )
    ).map(({ dims, n }) => [String(dims).replace('state=', ''), Number(n)]),
  );
const settle = async (): Promise<void> => {
  await standingRound(world.round);
  await world.recompute();
  expect(await world.drift()).toEqual([]);
};
const turn = (verb: string, a: number, b: number) => adoptionVerbs[verb]?.(world, { verb, a, b });

test('an adoption follows the latest version until a later one is signed, and again when that one is withdrawn by its own province', async () => {
  await turn('signVersion', 0, 0);
  await turn('adopt', 0, 0);
  await settle();
  expect(await cellsOf('adoption.count@1')).toEqual({ latest: 1 });
  await turn('signVersion', 0, 1);
  await settle();
  expect(await cellsOf('adoption.count@1')).toEqual({ earlier: 1 });
  const end = (province: string) =>
    world.rows(
      "insert into template_endings (template_id, version, how, province, reason, author, office, at_ms) select template_id, 2, 'withdrawn', ?, 'r', 'a', 'o', 0 from adoptions",
      province,
    );
  await end('yazd');
  await settle();
  expect(await cellsOf('adoption.count@1')).toEqual({ earlier: 1 });
  await world.rows('delete from template_endings');
  await end('qazvin');
  await settle();
  expect(await cellsOf('adoption.count@1')).toEqual({ latest: 1 });
  await turn('endAdoption', 0, 0);
  await settle();
  expect(await cellsOf('adoption.count@1')).toEqual({});
});

test('elements are counted as they landed, changed and given up', async () => {
  const [unit] = await world.rows("select id from units where kind = 'neighbourhood' order by id");
  await world.run('problem.register', {
    ...{ unitId: unit?.['id'], domainKey: 'civil_works', title: 'کوچه‌ها تاریک است', severity: 3 },
  });
  await turn('adopt', 0, 0);
  await settle();
  // It landed with its title alone: any other form is a change.
  expect(await cellsOf('adoption.element@1')).toEqual({ changed: 1 });
  await world.rows("update adopted_elements set state = 'dropped'");
  await settle();
  expect(await cellsOf('adoption.element@1')).toEqual({ given_up: 1 });
});

test('a promise is early until its day, then unmeasured, missed or reached by the last value after it against the last before', async () => {
  const [unit] = await world.rows("select id from units where kind = 'neighbourhood' order by id");
  const defined = (await world.run('indicator.define', {
    ...{ key: 'lit', aim: 'conditions', titleFa: 'کوچه‌های روشن', source: 'بازدید', frequency: 'month' },
    ...{ population: 'things', unit: 'count', direction: 'more' },
  })) as Row;
  const adoption = newId();
  await world.rows(
    "insert into adoptions (id, template_id, version, digest, unit_id, starts_on, mapping_json, status, adopted_by, adopted_at_ms) values (?, 't', 1, 'd', ?, ?, '{}', 'active', 'p', 0)",
    ...[adoption, String(unit?.['id']), world.today()],
  );
  await world.rows(
    "insert into adopted_elements (adoption_id, element_id, kind, state, row_key, base_json, landed_json) values (?, 'e', 'indicator', 'landed', ?, ?, '{}')",
    ...[adoption, String(defined['id']), JSON.stringify({ unit: 'count', expectedChange: 3, expectedMonths: 2 })],
  );
  const measure = (period: string, value: number) =>
    world.run('indicator.measure', {
      indicatorId: defined['id'],
      values: [{ unitId: unit?.['id'], period, value: String(value) }],
      why: 'بازبینی شد',
    });
  await measure('1405-08', 4);
  await settle();
  expect(await cellsOf('adoption.promise@1')).toEqual({ early: 1 });
  world.pass(70);
  await settle();
  expect(await cellsOf('adoption.promise@1')).toEqual({ unmeasured: 1 });
  await measure('1405-10', 9);
  await settle();
  expect(await cellsOf('adoption.promise@1')).toEqual({ unmeasured: 1 });
  await measure('1405-11', 6);
  await settle();
  expect(await cellsOf('adoption.promise@1')).toEqual({ missed: 1 });
  world.pass(31);
  await measure('1405-12', 7);
  await settle();
  expect(await cellsOf('adoption.promise@1')).toEqual({ reached: 1 });
  const [row] = await world.rows('select revision from indicators where id = ?', String(defined['id']));
  await world.run('indicator.retire', { indicatorId: defined['id'], revision: row?.['revision'], reason: 'پایان' });
  await settle();
  expect(await cellsOf('adoption.promise@1')).toEqual({});
});
