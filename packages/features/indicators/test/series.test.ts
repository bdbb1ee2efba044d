import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aimIndicator } from '../src/commands/aim-indicator.ts';
import { measureIndicator } from '../src/commands/measure-indicator.ts';
import { IndicatorUnits, UnitIndicators } from '../src/model.ts';
import { listIndicatorUnits } from '../src/queries/indicator-units.ts';
import { readUnitIndicators } from '../src/queries/neighbourhood-indicators.ts';
import { readSeries } from '../src/queries/series.ts';
import { Series, type Definition, type Inputs } from '../src/series.ts';
import { defined, measured, openIndicators, reasonOf, type Setting } from './setting.ts';

let the: Setting;
beforeEach(async () => void (the = await openIndicators()));
afterEach(() => the.db.close());

const points = async (indicatorId: string, unitId: string | undefined) =>
  (await readSeries.run(the.dg, { indicatorId, unitId: String(unitId) })).points;
const values = async (indicatorId: string, unitId: string | undefined) =>
  (await points(indicatorId, unitId)).map(({ period, value, why }) => [period, value ?? why]);

describe('a formula over places and periods', () => {
  test('adds up its parts first and divides last, at every level', async () => {
    const lit = await defined(the);
    const all = await defined(the, { key: 'poles' });
    const share = await defined(the, {
      key: 'lit_share',
      unit: 'percent',
      addsUp: false,
      formula: '100 × lamps ÷ poles',
    });
    const [a, b] = the.places;
    await measured(the, lit, a, { '1405-06': 10, '1405-07': 30 });
    await measured(the, lit, b, { '1405-07': 10 });
    await measured(the, all, a, { '1405-06': 40, '1405-07': 40 });
    await measured(the, all, b, { '1405-07': 0 });
    expect(await values(share, a)).toEqual([
      ['1405-06', 25],
      ['1405-07', 75],
    ]);
    expect(await points(share, b)).toEqual([]);
    expect(await values(share, the.ids.qazvin)).toEqual([
      ['1405-06', 25],
      ['1405-07', 100],
    ]);
    expect(await values(lit, the.ids.province)).toEqual([
      ['1405-06', 10],
      ['1405-07', 40],
    ]);
  });

  test('a division by zero is missing because the denominator is zero; a later value keeps it in the row', async () => {
    const lit = await defined(the);
    const all = await defined(the, { key: 'poles' });
    const share = await defined(the, {
      key: 'lit_share',
      unit: 'percent',
      addsUp: false,
      formula: '100 * lamps / poles',
    });
    const [a] = the.places;
    await measured(the, lit, a, { '1405-05': 1, '1405-06': 1, '1405-07': 1 });
    await measured(the, all, a, { '1405-05': 2, '1405-06': 0, '1405-07': 4 });
    expect(await values(share, a)).toEqual([
      ['1405-05', 50],
      ['1405-06', 'denominator_zero'],
      ['1405-07', 25],
    ]);
  });

  test('reads metrics of the product in the period and since the beginning, and population', async () => {
    const { fact, places } = the;
    const [a] = places;
    const share = await defined(the, {
      key: 'solved_share',
      unit: 'percent',
      addsUp: false,
      formula: "100 * total('problem.solved') / total('problem.registered')",
    });
    const dense = await defined(the, {
      key: 'per_head',
      unit: 'per_1000',
      addsUp: false,
      formula: "1000 * metric('problem.registered', 'domain=health') / population",
    });
    await fact(String(a), 'problem.registered@1', 'domain=health', 4, '1405-06');
    await fact(String(a), 'problem.registered@1', 'domain=sport', 4, '1405-07');
    await fact(String(a), 'problem.solved@2', 'domain=sport', 2, '1405-07');
    await fact(the.ids.far, 'problem.solved@2', 'domain=sport', 6, '1405-07');
    expect((await values(share, a)).slice(0, 2)).toEqual([
      ['1405-06', 0],
      ['1405-07', 25],
    ]);
    expect((await values(share, the.ids.province)).slice(0, 2)).toEqual([
      ['1405-06', 0],
      ['1405-07', 100],
    ]);
    expect((await values(dense, a)).slice(0, 2)).toEqual([
      ['1405-06', 4],
      ['1405-07', 0],
    ]);
  });

  test('a level of now has no past', async () => {
    const [a] = the.places;
    const id = await defined(the, { key: 'bases', addsUp: false, formula: "metric('base.active', 'kind=mosque')" });
    await the.fact(String(a), 'base.active@1', 'kind=mosque', 5);
    await the.fact(String(a), 'base.active@1', 'kind=school', 2);
    expect(await values(id, a)).toEqual([['1405-09', 5]]);
  });

  test('what is measured by year serves every month of it', async () => {
    const [a] = the.places;
    const pupils = await defined(the, { key: 'pupils', frequency: 'year' });
    const lit = await defined(the);
    const id = await defined(the, { key: 'lamps_a_pupil', unit: 'ratio', addsUp: false, formula: 'lamps / pupils' });
    await measured(the, pupils, a, { '1405': 10 });
    await measured(the, lit, a, { '1404-12': 5, '1405-01': 20 });
    expect(await values(id, a)).toEqual([['1405-01', 2]]);
  });

  test('what a unit measured itself holds before what its places add up to', async () => {
    const id = await defined(the);
    await measured(the, id, the.places[0], { '1405-07': 7 });
    await measured(the, id, the.ids.qazvin, { '1405-07': 100 });
    expect(await values(id, the.ids.qazvin)).toEqual([['1405-07', 100]]);
    expect(await values(id, the.ids.province)).toEqual([['1405-07', 7]]);
  });
});

describe('a loop in stored formulas', () => {
  test('ends as missing, though none can be saved', () => {
    const definition = (key: string, formula: string): Definition => ({
      ...{ id: key, key, formula, version: 1 },
      frequency: 'month',
      unit: 'count',
    });
    const inputs: Inputs = {
      definitions: [definition('a', 'b + 1'), definition('b', 'a + 1')],
      values: [],
      facts: [],
      units: [],
      today: '2026-11-22',
    };
    const series = new Series(inputs);
    expect(series.pointAt('a', 'u', '1405-07')).toMatchObject({ state: 'missing', why: 'definition_gone' });
    expect(series.pointsOf('a', 'u')).toEqual([]);
  });
});

describe('the units of an indicator', () => {
  test('in the last period measured: values, those before, goals and who is missing', async () => {
    const { dg, places } = the;
    const id = await defined(the);
    await measured(the, id, places[0], { '1405-06': 5, '1405-07': 9 });
    await measured(the, id, places[1], { '1405-07': 3 });
    await aimIndicator.run(dg, {
      indicatorId: id,
      aims: [{ unitId: String(places[0]), baselineValue: 5, goalValue: 12 }],
    });
    const ask = async (more: object = {}) =>
      IndicatorUnits.strict().parse(await listIndicatorUnits.run(dg, { indicatorId: id, ...more }));
    const page = await ask({ sort: '-value', size: 3 });
    expect(page).toMatchObject({ period: '1405-07', measured: 2, total: 11, size: 3 });
    expect(page.periods.slice(0, 2)).toEqual(['1405-09', '1405-08']);
    expect(page.rows.map(({ point, before, aim }) => [point.value, before?.value ?? null, aim.goal])).toEqual([
      [9, 5, 12],
      [3, null, null],
      [null, null, null],
    ]);
    expect(page.rows[0]?.course).toEqual([
      { period: '1405-06', value: 5 },
      { period: '1405-07', value: 9 },
    ]);
    expect(await ask({ missing: 'true' })).toMatchObject({ total: 9, measured: 2 });
    expect(await ask({ period: '1405-06' })).toMatchObject({ period: '1405-06', measured: 1 });
    expect(await ask({ underId: the.ids.alborz })).toMatchObject({ total: 1, measured: 0 });
    const local = await the.db.as({ role: 'observer', unitId: String(places[1]) });
    expect((await listIndicatorUnits.run(local, { indicatorId: id })).rows.map(({ point }) => point.value)).toEqual([
      3,
    ]);
  });
});

describe('a neighbourhood’s indicators', () => {
  test('those with a goal first, each from its beginning; bounded to eight', async () => {
    const { dg, places } = the;
    const here = String(places[0]);
    for (let i = 0; i < 10; i += 1) {
      const id = await defined(the, { key: `lamps_${i}`, titleFa: `چراغ ${i}` });
      await measureIndicator.run(dg, { indicatorId: id, values: [{ unitId: here, period: '1405-07', value: i }] });
      if (i === 9)
        await aimIndicator.run(dg, { indicatorId: id, aims: [{ unitId: here, baselineValue: 1, goalValue: 20 }] });
    }
    await defined(the, { key: 'never_measured' });
    const part = UnitIndicators.strict().parse(await readUnitIndicators.run(dg, { unitId: here }));
    expect(part.total).toBe(10);
    expect(part.rows).toHaveLength(8);
    expect(part.rows[0]).toMatchObject({ titleFa: 'چراغ 9', baseline: 1, goal: 20 });
    expect(part.rows[0]?.points.map(({ value }) => value)).toEqual([9]);
    const elsewhere = await the.db.as({ role: 'observer', unitId: the.ids.alborz });
    expect(await reasonOf(readUnitIndicators.run(elsewhere, { unitId: here }))).toBe('not_found unit_unknown');
  });
});
