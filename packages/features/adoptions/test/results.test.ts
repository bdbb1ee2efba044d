import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellResults } from '../src/standing/index.ts';
import { elementId, openFleet, openProvince, TEMPLATE, type Province } from './standing-world.ts';

const MEDIUM = { indicator: 'lit', setting: 'urban', size: 'medium' } as const;
const BEFORE = '1404-12';
const AFTER = '1405-04';

let qom: Province;
beforeEach(async () => {
  qom = await openProvince('qom');
});
afterEach(() => qom.db.close());

/** A neighbourhood that began with the new year 1405, with a value before and after. */
const treated = async (
  province: Province,
  indicatorId: string,
  change: number,
  base: object = province.promise('lit'),
) => {
  const unitId = await province.place();
  const adoption = await province.adopt(unitId);
  await province.land(adoption, elementId(1), 'indicator', indicatorId, base);
  await province.measure(indicatorId, unitId, { [BEFORE]: 10, [AFTER]: 10 + change });
  return { unitId, adoption };
};
const alike = async (
  province: Province,
  indicatorId: string,
  change: number,
  more: Parameters<Province['place']>[0] = {},
) => {
  const unitId = await province.place(more);
  await province.measure(indicatorId, unitId, { [BEFORE]: 5, [AFTER]: 5 + change });
  return unitId;
};
const tomorrow = (province: Province) => province.setNow(province.nowMs() + 86_400_000);

test('sums of those with it and of those alike that never had it; no neighbourhood is named; told once, until something changes, and once a day at most', async () => {
  const lit = await qom.indicator('lit');
  const one = await treated(qom, lit, 4);
  for (const change of [2, 3]) await treated(qom, lit, change);
  for (const change of [1, 1, 4]) await alike(qom, lit, change);
  await alike(qom, lit, 1, { population: 200 });
  await alike(qom, lit, 1, { population: null });
  await alike(qom, lit, 1, { kind: 'village' });
  const used = await alike(qom, lit, 9);
  const before = await qom.adopt(used);
  await qom.db.sql("update adoptions set status = 'ended' where id = ?", [before]);
  const told = await qom.results();
  expect(told).toEqual([
    {
      ...{ templateId: TEMPLATE, version: 1, turn: 1, asOfMs: qom.nowMs() },
      lines: [
        { ...MEDIUM, side: 'treated', n: 3, sumBefore: 30, sumAfter: 39, sumSquaredChange: 29 },
        { ...MEDIUM, side: 'untreated', n: 3, sumBefore: 15, sumAfter: 21, sumSquaredChange: 18 },
      ],
    },
  ]);
  expect(JSON.stringify(told)).not.toContain(one.unitId);
  for (const change of [3, 5, 7]) await alike(qom, lit, change);
  expect(await qom.results()).toEqual([]);
  tomorrow(qom);
  expect((await qom.results())[0]).toMatchObject({ turn: 2, lines: [{ n: 3 }, { n: 6, sumAfter: 51 }] });
  tomorrow(qom);
  expect(await qom.results()).toEqual([]);
  await qom.db.sql("update adoptions set status = 'ended'");
  tomorrow(qom);
  expect((await qom.results())[0]).toMatchObject({ turn: 3, lines: [] });
});

test('of fewer than three on either side only how many they are leaves; values that stay leave no trace in a letter or at the nation', async () => {
  const lit = await qom.indicator('lit');
  await treated(qom, lit, 4321);
  await treated(qom, lit, 8765);
  for (const change of [1, 1, 1]) await alike(qom, lit, change);
  const nothing = { sumBefore: null, sumAfter: null, sumSquaredChange: null };
  const [told] = await qom.results();
  expect(told?.lines).toEqual([
    { ...MEDIUM, side: 'treated', n: 2, ...nothing },
    { ...MEDIUM, side: 'untreated', n: 3, ...nothing },
  ]);
  expect(await qom.db.sql('select parts_json from template_result_parts')).toEqual([]);
  expect(await qom.db.sql('select side, n, is_few, sum_before, sum_after from template_results order by side')).toEqual(
    [
      { side: 'treated', n: 2, is_few: 1, sum_before: 0, sum_after: 0 },
      { side: 'untreated', n: 3, is_few: 1, sum_before: 0, sum_after: 0 },
    ],
  );
  await treated(qom, lit, 1);
  tomorrow(qom);
  expect((await qom.results())[0]?.lines).toMatchObject([{ n: 3, sumAfter: 4321 + 8765 + 1 + 30 }, { n: 3 }]);
});

test('one more neighbourhood, or one that was measured anew, is waited with until there are three: what was told last is told meanwhile', async () => {
  const lit = await qom.indicator('lit');
  for (const change of [4, 2, 3]) await treated(qom, lit, change);
  const others = [await alike(qom, lit, 1), await alike(qom, lit, 1), await alike(qom, lit, 1)];
  const first = (await qom.results())[0]?.lines;
  const fourth = await treated(qom, lit, 8888);
  const [changed = '', next = '', last = ''] = others;
  const corrected = (unitId: string) =>
    qom.db.sql('update measurements set value = value + 100 where unit_id = ? and period = ?', [unitId, AFTER]);
  await corrected(changed);
  tomorrow(qom);
  expect(await qom.results()).toEqual([]);
  await corrected(next);
  tomorrow(qom);
  expect(await qom.results()).toEqual([]);
  // Three of those without have changed, but only one of those with it: both wait.
  await corrected(last);
  tomorrow(qom);
  expect(await qom.results()).toEqual([]);
  expect(first).toMatchObject([{ n: 3, sumAfter: 39 }, { n: 3 }]);
  for (const change of [5, 6]) await treated(qom, lit, change);
  tomorrow(qom);
  expect((await qom.results())[0]?.lines).toMatchObject([{ n: 6 }, { n: 3, sumAfter: 318 }]);
  // One that ends is waited with too; when there are too few, that is said, and the next three are held against what was told.
  await qom.db.sql("update adoptions set status = 'ended' where id = ?", [fourth.adoption]);
  tomorrow(qom);
  expect(await qom.results()).toEqual([]);
});

test('an indicator of people, one that reads people, one that is another number here, and one of which nothing is promised are never told', async () => {
  const people = await qom.indicator('people_a', { population: 'people' });
  const reads = await qom.indicator('reads_people', { formula: 'people_a', reads: people });
  const deep = await qom.indicator('reads_deep', { formula: 'reads_people', reads });
  const lit = await qom.indicator('lit');
  for (const [indicatorId, base] of [
    [people, qom.promise('people_a', { population: 'people' })],
    [people, qom.promise('people_a')],
    [reads, qom.promise('reads_people', { formula: 'people_a' })],
    [deep, qom.promise('reads_deep', { formula: 'reads_people' })],
    [lit, qom.promise('lit', { population: 'people' })],
    [lit, qom.promise('lit', { unit: 'share' })],
    [lit, qom.promise('lit', { direction: 'less' })],
    [lit, qom.promise('lit', { expectedChange: null })],
  ] as const)
    await treated(qom, indicatorId, 7, base);
  const redefined = await treated(qom, lit, 7);
  await qom.db.sql(
    "update adopted_elements set landed_json = json_set(landed_json, '$.formula', 'other') where adoption_id = ?",
    [redefined.adoption],
  );
  for (let n = 0; n < 4; n++) for (const id of [people, reads, deep, lit]) await alike(qom, id, 1);
  expect(await qom.results()).toEqual([]);
});

test('what is computed is told as what is measured', async () => {
  const lit = await qom.indicator('lit');
  const double = await qom.indicator('double', { formula: 'lit * 2', reads: lit });
  for (const change of [4, 6, 1]) {
    const { adoption } = await treated(qom, lit, change, qom.promise('lit', { expectedChange: null }));
    await qom.land(adoption, elementId(2), 'indicator', double, qom.promise('double', { formula: 'lit * 2' }));
  }
  for (const change of [1, 2, 3]) await alike(qom, lit, change);
  expect((await qom.results())[0]?.lines).toEqual([
    {
      ...MEDIUM,
      indicator: 'double',
      side: 'treated',
      n: 3,
      sumBefore: 60,
      sumAfter: 82,
      sumSquaredChange: 64 + 144 + 4,
    },
    { ...MEDIUM, indicator: 'double', side: 'untreated', n: 3, sumBefore: 30, sumAfter: 42, sumSquaredChange: 56 },
  ]);
});

test('nothing adopted: one small question a minute, and nothing is written', async () => {
  const asked: number[] = [];
  const { reader } = qom.ports;
  const count = await tellResults({
    ...qom.ports,
    reader: {
      batch: (statements) => {
        asked.push(statements.length);
        return reader.batch(statements);
      },
    },
    save: async () => {
      throw new Error('nothing is to be saved');
    },
  });
  expect([count, asked]).toEqual([0, [1]]);
});

test('what two provinces tell stands alike at the nation and in every province; a later turn takes the place of an earlier one whole', async () => {
  const fleet = await openFleet();
  const { nation, qazvin, yazd, carry, close } = fleet;
  for (const province of [qazvin, yazd]) {
    const lit = await province.indicator('lit');
    await treated(province, lit, 4);
    await alike(province, lit, 1);
    await province.results();
  }
  await carry();
  const rows = 'select * from template_results order by province, side';
  const before = await nation.sql(rows);
  expect(before.map(({ province, side, n }) => [province, side, n])).toEqual([
    ['qazvin', 'treated', 1],
    ['qazvin', 'untreated', 1],
    ['yazd', 'treated', 1],
    ['yazd', 'untreated', 1],
  ]);
  for (const { db } of [fleet.qom, qazvin, yazd]) expect(await db.sql(rows)).toEqual(before);
  await qazvin.db.sql("update adoptions set status = 'ended'");
  tomorrow(qazvin);
  await qazvin.results();
  await carry();
  for (const { sql } of [nation, fleet.qom.db, qazvin.db])
    expect((await sql(rows)).map(({ province }) => province)).toEqual(['yazd', 'yazd']);
  close();
});
