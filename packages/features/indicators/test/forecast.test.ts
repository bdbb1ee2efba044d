import { addDays, daysBetween, type CivilDate } from '@mahalleh/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastOf, type DayReading, type Forecast } from '../src/forecast-rules.ts';
import { medianOf, robustScore, trendOf } from '../src/robust-rules.ts';

const START: CivilDate = '2026-03-21';
const known = (forecast: Forecast) => {
  if (forecast.is !== 'known') throw new Error(`the forecast is ${forecast.is}`);
  return forecast;
};
const line = (from: number, perDay: number, days: readonly number[]): DayReading[] =>
  days.map((day) => ({ onDate: addDays(START, day), value: from + perDay * day }));

/** Readings of a target that has not come to its goal, over some weeks, with some disorder. */
const case_ = fc.record({
  readings: fc
    .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 6, maxLength: 30 })
    .chain((days) =>
      fc
        .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: days.length, maxLength: days.length })
        .chain((noise) =>
          fc
            .double({ min: -0.4, max: 0.4, noNaN: true })
            .map((slope) =>
              days.map((day, i) => ({ onDate: addDays(START, day), value: 50 + slope * day + (noise[i] ?? 0) })),
            ),
        ),
    )
    .filter((readings) => {
      const days = readings.map(({ onDate }) => daysBetween(START, onDate));
      return Math.max(...days) - Math.min(...days) >= 14;
    }),
  goal: fc.double({ min: 200, max: 400, noNaN: true }),
});
const TODAY = addDays(START, 201);
const goes = (goal: number) => ({ goal, baseline: 50, dueOn: addDays(START, 365) });

describe('a forecast', () => {
  test('is exact on a straight line, and sure of it', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 4, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 60 }),
        (days, perDay, ahead) => {
          const sorted = days.toSorted((a, b) => a - b);
          const last = sorted.at(-1) ?? 0;
          fc.pre(last - (sorted[0] ?? 0) >= 14);
          const today = addDays(START, last);
          const goal = perDay * (last + ahead);
          const { reach, slope, atDue } = known(
            forecastOf({ goal, baseline: -1, dueOn: addDays(today, ahead) }, line(0, perDay, sorted), today),
          );
          const on = addDays(today, ahead);
          expect(reach).toEqual({ on, earliest: on, latest: on });
          expect(slope).toBeCloseTo(perDay, 9);
          expect(atDue?.value).toBeCloseTo(goal, 6);
          expect(atDue?.least).toBeCloseTo(goal, 6);
        },
      ),
    ));

  test('lies within its own range, and never in the past', () =>
    fc.assert(
      fc.property(case_, ({ readings, goal }) => {
        const { reach, atDue } = known(forecastOf(goes(goal), readings, TODAY));
        const far = '9999-12-31';
        expect((reach.earliest ?? far) <= (reach.on ?? far)).toBe(true);
        expect((reach.on ?? far) <= (reach.latest ?? far)).toBe(true);
        for (const day of [reach.on, reach.earliest, reach.latest]) if (day) expect(day >= TODAY).toBe(true);
        expect(atDue?.least).toBeLessThanOrEqual(atDue?.value ?? Number.NaN);
        expect(atDue?.most).toBeGreaterThanOrEqual(atDue?.value ?? Number.NaN);
      }),
    ));

  test('of a farther goal is never sooner', () =>
    fc.assert(
      fc.property(case_, fc.double({ min: 0, max: 300, noNaN: true }), ({ readings, goal }, more) => {
        const far = '9999-12-31';
        const near = known(forecastOf(goes(goal), readings, TODAY)).reach.on ?? far;
        expect((known(forecastOf(goes(goal + more), readings, TODAY)).reach.on ?? far) >= near).toBe(true);
      }),
    ));

  test('does not depend on the unit, on where nought is, on the order of the readings, or on which way is up', () =>
    fc.assert(
      fc.property(
        case_,
        fc.integer({ min: -6, max: 6 }),
        fc.constantFrom(2, 4, 0.5, -1, -2),
        ({ readings, goal }, shift, factor) => {
          const turn = (value: number) => value * factor + shift * 64;
          const here = known(forecastOf(goes(goal), readings, TODAY));
          const turned = readings.map(({ onDate, value }) => ({ onDate, value: turn(value) })).toReversed();
          const there = known(
            forecastOf({ goal: turn(goal), baseline: turn(50), dueOn: addDays(START, 365) }, turned, TODAY),
          );
          const near = (a: CivilDate | null, b: CivilDate | null) =>
            a === null || b === null ? a === b : Math.abs(daysBetween(a, b)) <= 1;
          // Ten years are the edge of what is foretold: rounding may move a day over it.
          const isEdge = (day: CivilDate | null) => day === null || daysBetween(TODAY, day) > 3600;
          for (const part of ['on', 'earliest', 'latest'] as const)
            if (!isEdge(here.reach[part]) || !isEdge(there.reach[part]))
              expect(near(here.reach[part], there.reach[part])).toBe(true);
          expect(there.slope).toBeCloseTo(here.slope * factor, 6);
        },
      ),
    ));

  test('is not moved by one wild reading among many', () => {
    const days = Array.from({ length: 20 }, (_, i) => i * 5);
    const calm = line(0, 1, days);
    const wild = calm.map((reading, i) => (i === 9 ? { ...reading, value: 5000 } : reading));
    const today = addDays(START, 95);
    const goal = { goal: 200, baseline: 0, dueOn: addDays(START, 300) };
    expect(known(forecastOf(goal, wild, today)).reach.on).toBe(known(forecastOf(goal, calm, today)).reach.on);
  });

  test.each([
    ['three days are too few', line(0, 1, [0, 20, 40]), { is: 'unknown', why: 'too_few', readings: 3 }],
    ['ten days are too short', line(0, 1, [0, 3, 6, 10]), { is: 'unknown', why: 'too_short', readings: 4 }],
    ['nothing at all is too few', [], { is: 'unknown', why: 'too_few', readings: 0 }],
    ['what is there is there', line(150, 1, [0, 1]), { is: 'reached' }],
  ])('%s', (_title, readings, expected) => {
    expect(forecastOf({ goal: 100, baseline: 0, dueOn: addDays(START, 100) }, readings, addDays(START, 60))).toEqual(
      expected,
    );
  });

  test('a trend that leads away, or hardly anywhere, never arrives', () => {
    const days = [0, 10, 20, 30, 40];
    const goal = { goal: 100, baseline: 0, dueOn: addDays(START, 100) };
    const away = known(forecastOf(goal, line(50, -1, days), addDays(START, 40)));
    expect(away.reach).toEqual({ on: null, earliest: null, latest: null });
    expect(known(forecastOf(goal, line(50, 0.001, days), addDays(START, 40))).reach.on).toBeNull();
    expect(known(forecastOf(goal, line(50, 1, days), addDays(START, 101))).atDue).toBeNull();
  });

  test('a reading of a day to come is not looked at', () => {
    const readings = [...line(0, 1, [0, 10, 20, 30]), { onDate: addDays(START, 90), value: 999 }];
    expect(
      known(forecastOf({ goal: 100, baseline: 0, dueOn: addDays(START, 200) }, readings, addDays(START, 30))).readings,
    ).toBe(4);
  });
});

test('the range holds about eight times of ten, over many invented years', () => {
  // A fixed row of draws, so that this test says the same every time.
  let state = 20_261_122;
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const WEEKS = 30;
  const AHEAD = 15;
  const RUNS = 400;
  let held = 0;
  for (let run = 0; run < RUNS; run += 1) {
    // Some weeks bring nothing, some a handful.
    const steps = Array.from({ length: WEEKS + AHEAD }, () => (draw() < 0.3 ? 0 : Math.floor(draw() * 7)));
    const reached = steps.map((_, week) => steps.slice(0, week + 1).reduce((sum, step) => sum + step, 0));
    const readings = reached.slice(0, WEEKS).map((value, week) => ({ onDate: addDays(START, week * 7), value }));
    const today = addDays(START, (WEEKS - 1) * 7);
    const { atDue } = known(forecastOf({ goal: 1e6, baseline: 0, dueOn: addDays(today, AHEAD * 7) }, readings, today));
    const came = reached.at(-1) ?? 0;
    if (atDue && came >= atDue.least && came <= atDue.most) held += 1;
  }
  expect(held / RUNS).toBeGreaterThan(0.72);
  expect(held / RUNS).toBeLessThan(0.95);
});

describe('robust measures', () => {
  const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
  test('the median has as many below it as above', () =>
    fc.assert(
      fc.property(numbers, (list) => {
        const middle = medianOf(list) ?? Number.NaN;
        expect(list.filter((n) => n < middle).length).toBeLessThanOrEqual(list.length / 2);
        expect(list.filter((n) => n > middle).length).toBeLessThanOrEqual(list.length / 2);
      }),
    ));
  test('of known cases', () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
    expect(medianOf([])).toBeNull();
    // Median 3, median distance 1: (10 − 3) ÷ 1.4826.
    expect(robustScore(10, [1, 2, 3, 4, 5], 5)).toBeCloseTo(4.7214, 4);
    expect(robustScore(10, [1, 2, 3, 4], 5)).toBeNull();
    // Where nothing varies, a twentieth of the value is the measure.
    expect(robustScore(52, [50, 50, 50, 50, 50], 5)).toBeCloseTo(0.8, 9);
    expect(robustScore(1, [0, 0, 0, 0, 0], 5)).toBeNull();
    // Sen's estimate of 1, 2, 3, 5 on days 0…3: slopes 1, 1, 4/3, 1, 3/2, 2.
    expect(
      trendOf(
        [0, 1, 2, 3].map((at, i) => ({ at, value: [1, 2, 3, 5][i] ?? 0 })),
        1.2816,
      )?.slope,
    ).toBeCloseTo(7 / 6, 9);
    expect(trendOf([{ at: 1, value: 3 }], 1.2816)).toBeNull();
  });
});
