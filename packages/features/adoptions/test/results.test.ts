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
  await treated(qom, lit, 2);
  await alike(qom, lit, 1);
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
        { ...MEDIUM, side: 'treated', n: 2, sumBefore: 20, sumAfter: 26, sumSquaredChange: 20 },
        { ...MEDIUM, side: 'untreated', n: 1, sumBefore: 5, sumAfter: 6, sumSquaredChange: 1 },
      ],
    },
  ]);
  expect(JSON.stringify(told)).not.toContain(one.unitId);
  await alike(qom, lit, 3);
  expect(await qom.results()).toEqual([]);
  tomorrow(qom);
  expect((await qom.results())[0]).toMatchObject({ turn: 2, lines: [{ n: 2 }, { n: 2, sumAfter: 14 }] });
  tomorrow(qom);
  expect(await qom.results()).toEqual([]);
  await qom.db.sql("update adoptions set status = 'ended'");
  tomorrow(qom);
  expect((await qom.results())[0]).toMatchObject({ turn: 3, lines: [] });
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
  for (const change of [4, 6]) {
    const { adoption } = await treated(qom, lit, change, qom.promise('lit', { expectedChange: null }));
    await qom.land(adoption, elementId(2), 'indicator', double, qom.promise('double', { formula: 'lit * 2' }));
  }
  await alike(qom, lit, 1);
  expect((await qom.results())[0]?.lines).toEqual([
    { ...MEDIUM, indicator: 'double', side: 'treated', n: 2, sumBefore: 40, sumAfter: 60, sumSquaredChange: 64 + 144 },
    { ...MEDIUM, indicator: 'double', side: 'untreated', n: 1, sumBefore: 10, sumAfter: 12, sumSquaredChange: 4 },
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
