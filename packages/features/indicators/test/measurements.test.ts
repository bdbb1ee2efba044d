import { newId } from '@mahalleh/kernel';
import { undoAct } from '@mahalleh/undo';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aimIndicator } from '../src/commands/aim-indicator.ts';
import { correctMeasurement } from '../src/commands/correct-measurement.ts';
import { measureIndicator } from '../src/commands/measure-indicator.ts';
import { strikeMeasurement } from '../src/commands/strike-measurement.ts';
import { IndicatorSeries } from '../src/model.ts';
import { readSeries } from '../src/queries/series.ts';
import { defined, measured, openIndicators, reasonOf, type Setting } from './setting.ts';

let the: Setting;
let id: string;
let here: string;
beforeEach(async () => {
  the = await openIndicators();
  id = await defined(the);
  here = String(the.places[0]);
});
afterEach(() => the.db.close());

const measure = (values: object[], more: object = {}, as = the.dg) =>
  measureIndicator.run(as, { indicatorId: id, values, ...more });
const value = (period: string, said: number | string, more: object = {}) => ({
  unitId: here,
  period,
  value: said,
  ...more,
});
const series = async (unitId = here, indicatorId = id) =>
  IndicatorSeries.strict().parse(await readSeries.run(the.dg, { indicatorId, unitId }));
const first = async () => {
  const [found] = (await series()).measurements;
  if (!found) throw new Error('nothing was measured');
  return found;
};

describe('indicator.measure', () => {
  test('enters many at once in any digits, one audit row, and is taken back as one', async () => {
    const { db, dg } = the;
    const commandId = newId();
    await measureIndicator.run(
      dg,
      { indicatorId: id, values: [value('1405-05', '۱٬۲۰۰'), value('1405-06', '1,250')] },
      commandId,
    );
    expect((await series()).points.map(({ period, value: n }) => [period, n])).toEqual([
      ['1405-05', 1200],
      ['1405-06', 1250],
    ]);
    const rows = await db.audit();
    expect(rows.at(-1)).toMatchObject({ action: 'indicator.measure', subject: id, unit_id: here });
    await undoAct.run(dg, { commandId });
    expect(await db.sql('select * from measurements')).toEqual([]);
  });

  test('what cannot be is refused value by value, and nothing is written', async () => {
    await measured(the, id, here, { '1405-03': 5 });
    const before = await the.db.sql('select count(*) as n from measurements');
    expect(
      await reasonOf(
        measure([
          value('1405-05', -1),
          value('1405-06', 2.5),
          value('1405-12', 3),
          value('1405', 3),
          value('1405-03', 3),
          { ...value('1405-04', 3), unitId: newId() },
          value('1405-07', 3),
          value('1405-07', 3),
        ]),
      ),
    ).toBe(
      'refused measurements_wrong values.0.value number_too_small values.1.value integer_expected values.2.period period_not_begun values.3.period period_not_a_month values.4.value measurement_there values.5.unitId unit_unknown values.7.value measurement_twice',
    );
    expect(await the.db.sql('select count(*) as n from measurements')).toEqual(before);
    expect(await reasonOf(measure([{ ...value('1405-07', 1), n: 'x' }]))).toBe(
      'invalid input_invalid values.0.n number_expected',
    );
  });

  test('what looks odd is asked about, not refused for good: with a reason it stands, and the reason is kept', async () => {
    await measured(the, id, here, { '1404-12': 50, '1405-01': 52, '1405-02': 49, '1405-03': 51, '1405-04': 50 });
    const odd = value('1405-07', 500);
    expect(await reasonOf(measure([odd]))).toBe(
      'refused measurements_doubted values.0.why doubt_jump values.0.why doubt_gap',
    );
    expect((await series()).points.at(-1)?.period).toBe('1405-04');
    await measure([{ ...odd, why: 'خیابان تازه افتتاح شد.' }]);
    const kept = await first();
    expect(kept).toMatchObject({ value: 500, doubtReason: 'خیابان تازه افتتاح شد.' });
    expect(kept.doubts).toEqual([
      { reason: 'doubt_jump', params: { value: 500, median: 50, count: 5 } },
      { reason: 'doubt_gap', params: { count: 2, firstOn: '2026-07-23' } },
    ]);
    expect((await series()).points.slice(-3).map(({ state, why }) => [state, why])).toEqual([
      ['missing', 'not_measured'],
      ['missing', 'not_measured'],
      ['value', null],
    ]);
  });

  test('a place unlike its peers is asked about; one reason may do for all', async () => {
    const peers = the.places.slice(1, 9).map((unitId) => ({ unitId, period: '1405-07', value: 30 }));
    await measure(peers.map((peer, i) => ({ ...peer, value: 30 + (i % 3) })));
    expect(await reasonOf(measure([value('1405-07', 900)]))).toBe(
      'refused measurements_doubted values.0.why doubt_unlike_peers',
    );
    await measure([value('1405-07', 900)], { why: 'محله بزرگ است.' });
    expect(await first()).toMatchObject({ doubtReason: 'محله بزرگ است.' });
  });

  test('values of one command fill each other’s gaps', async () => {
    await measured(the, id, here, { '1405-03': 5 });
    expect(await reasonOf(measure([value('1405-06', 6), value('1405-05', 6), value('1405-04', 6)]))).toBe('no refusal');
  });

  test('of few people nothing is kept but that they are few – nowhere in the database', async () => {
    const people = await defined(the, { key: 'left_school', population: 'people', unit: 'person' });
    const share = await defined(the, { key: 'safe', population: 'people', unit: 'percent', addsUp: false });
    await measureIndicator.run(the.dg, { indicatorId: people, values: [value('1405-07', 3)] });
    expect(await reasonOf(measureIndicator.run(the.dg, { indicatorId: share, values: [value('1405-07', 40)] }))).toBe(
      'refused measurements_wrong values.0.n people_count_missing',
    );
    await measureIndicator.run(the.dg, { indicatorId: share, values: [value('1405-07', 75, { n: 4 })] });
    expect(await the.db.sql('select value, n, is_suppressed from measurements')).toEqual([
      { value: null, n: null, is_suppressed: 1 },
      { value: null, n: null, is_suppressed: 1 },
    ]);
    expect((await series(here, people)).points).toMatchObject([{ state: 'suppressed', value: null }]);
    const county = await series(the.ids.qazvin, people);
    expect(county.points).toMatchObject([{ state: 'suppressed', places: 1, hidden: 1 }]);
    await measureIndicator.run(the.dg, {
      indicatorId: people,
      values: [{ unitId: String(the.places[1]), period: '1405-07', value: 20 }],
    });
    expect((await series(the.ids.qazvin, people)).points).toMatchObject([
      { state: 'value', value: 20, places: 2, hidden: 1 },
    ]);
  });

  test('a facilitator measures at home and nowhere else; who only looks measures nothing', async () => {
    const facilitator = await the.db.as({ role: 'facilitator', unitId: here });
    await measure([value('1405-07', 7)], {}, facilitator);
    expect(await reasonOf(measure([{ ...value('1405-07', 7), unitId: the.ids.far }], {}, facilitator))).toBe(
      'refused measurements_wrong values.0.unitId unit_unknown',
    );
    const observer = await the.db.as({ role: 'observer', unitId: the.ids.province });
    expect(await reasonOf(measure([value('1405-06', 7)], {}, observer))).toBe('not_permitted not_permitted');
    expect(await reasonOf(readSeries.run(facilitator, { indicatorId: id, unitId: the.ids.far }))).toBe(
      'not_found unit_unknown',
    );
  });

  test('what a formula gives is not entered by hand', async () => {
    const computed = await defined(the, { key: 'doubled', addsUp: false, formula: '2 * lamps' });
    expect(await reasonOf(measureIndicator.run(the.dg, { indicatorId: computed, values: [value('1405-07', 7)] }))).toBe(
      'refused indicator_is_computed',
    );
  });
});

describe('corrections', () => {
  test('each is kept with what stood before and why; taken back, the first value stands again', async () => {
    const { dg, db } = the;
    await measured(the, id, here, { '1405-07': 94 });
    const { id: measurementId } = await first();
    const commandId = newId();
    const correct = { measurementId, revision: 1, value: 49, reason: 'رقم‌ها جابه‌جا بود.' };
    await correctMeasurement.run(dg, correct, commandId);
    expect(await reasonOf(correctMeasurement.run(dg, { ...correct, value: 50 }))).toBe('conflict revision_conflict');
    expect(await reasonOf(correctMeasurement.run(dg, { ...correct, revision: 2 }))).toBe(
      'refused measurement_same value',
    );
    expect(await reasonOf(correctMeasurement.run(dg, { ...correct, revision: 2, value: -4 }))).toBe(
      'refused number_too_small value',
    );
    expect(await first()).toMatchObject({
      value: 49,
      revision: 2,
      corrections: [{ valueBefore: 94, valueAfter: 49, reason: 'رقم‌ها جابه‌جا بود.', correctedBy: 'Sample Person' }],
    });
    expect((await db.audit()).at(-1)).toMatchObject({ action: 'indicator.correct', subject: id, unit_id: here });
    await undoAct.run(dg, { commandId });
    expect(await first()).toMatchObject({ value: 94, corrections: [] });
  });

  test('struck out, a value no longer counts and its place is free; it comes back while that is so', async () => {
    const { dg } = the;
    await measured(the, id, here, { '1405-07': 94 });
    const { id: measurementId } = await first();
    const commandId = newId();
    await strikeMeasurement.run(dg, { measurementId, revision: 1, reason: 'از محله دیگری بود.' }, commandId);
    expect((await series()).points).toEqual([]);
    expect((await series()).measurements).toMatchObject([{ strikeReason: 'از محله دیگری بود.' }]);
    expect(await reasonOf(strikeMeasurement.run(dg, { measurementId, revision: 2, reason: 'باز' }))).toBe(
      'not_found measurement_unknown',
    );
    await measured(the, id, here, { '1405-07': 49 });
    expect(await reasonOf(undoAct.run(dg, { commandId }))).toContain('conflict');
    expect((await series()).points.map(({ value: n }) => n)).toEqual([49]);
  });

  test('what belongs to an old definition no longer changes', async () => {
    await measured(the, id, here, { '1405-07': 94 });
    const { id: measurementId } = await first();
    await the.db.sql(
      "insert into indicator_versions select indicator_id, 2, unit, 'less', null, null, 0 from indicator_versions",
    );
    await the.db.sql('update indicators set version = 2');
    expect(
      await reasonOf(correctMeasurement.run(the.dg, { measurementId, revision: 1, value: 1, reason: 'آزمون' })),
    ).toBe('refused measurement_of_old_version');
  });
});

describe('indicator.aim', () => {
  test('baseline and goal are set unit by unit, changed, taken away, and taken back', async () => {
    const { dg } = the;
    const aim = (aims: object[], commandId = newId()) => aimIndicator.run(dg, { indicatorId: id, aims }, commandId);
    await aim([{ unitId: here, baselineValue: '۳۸', goalValue: 60, goalPeriod: '1405-12' }]);
    expect((await series()).aim).toEqual({ baseline: 38, goal: 60, goalPeriod: '1405-12' });
    const commandId = newId();
    the.db.setNow(Date.parse('2026-11-23T08:00:00Z'));
    await aim([{ unitId: here, goalValue: 65 }], commandId);
    expect((await series()).aim).toEqual({ baseline: null, goal: 65, goalPeriod: null });
    await undoAct.run(dg, { commandId });
    expect((await series()).aim).toEqual({ baseline: 38, goal: 60, goalPeriod: '1405-12' });
  });

  test('is not for those who measure', async () => {
    const manager = await the.db.as({ role: 'neighbourhood_manager', unitId: here });
    const aims = [{ unitId: here, goalValue: 60 }];
    expect(await reasonOf(aimIndicator.run(manager, { indicatorId: id, aims }))).toBe('not_permitted not_permitted');
    expect(await reasonOf(aimIndicator.run(the.dg, { indicatorId: id, aims: [...aims, ...aims] }))).toBe(
      'refused aims_wrong aims.1.unitId cascade_unit_twice',
    );
    expect(
      await reasonOf(
        aimIndicator.run(the.dg, { indicatorId: id, aims: [{ unitId: here, goalValue: -6, goalPeriod: 'x' }] }),
      ),
    ).toBe('refused aims_wrong aims.0.goalValue number_too_small');
  });
});
