import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeOf,
  effectOf,
  FEWEST_BESIDE,
  isShown,
  middleSeries,
  windowsOf,
  type Change,
} from '../src/effect-rules.ts';

const values = (of: Readonly<Record<string, number>>) => new Map(Object.entries(of));
const by = (change: number): Change => ({ before: 20, after: 20 + change, change });

describe('the windows of an operation', () => {
  test('three whole periods before it, and three whole ones after it', () => {
    // From 5 Khordad to 20 Mordad: the months it touches belong to neither side.
    expect(windowsOf('month', '2026-05-26', '2026-08-11', '2026-11-22')).toEqual({
      before: ['1404-12', '1405-01', '1405-02'],
      after: ['1405-06', '1405-07', '1405-08'],
    });
    expect(windowsOf('season', '2025-12-26', '2026-02-11', '2026-11-22')).toEqual({
      before: ['1404-s1', '1404-s2', '1404-s3'],
      after: ['1405-s1', '1405-s2'],
    });
  });
  test('a period that has not ended is no after; before the end there is none; once there is nothing', () => {
    expect(windowsOf('month', '2026-05-26', '2026-10-11', '2026-11-22').after).toEqual(['1405-08']);
    expect(windowsOf('month', '2026-05-26', null, '2026-11-22').after).toEqual([]);
    expect(windowsOf('once', '2026-05-26', '2026-10-11', '2026-11-22')).toEqual({ before: [], after: [] });
  });
  test('no period is on both sides, and none of either touches the operation', () =>
    fc.assert(
      fc.property(fc.constantFrom('month', 'season', 'year' as const), fc.nat(300), (frequency, length) => {
        const from = '2025-06-10';
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10) as '2025-06-10';
        const { before, after } = windowsOf(frequency, from, to, '2040-01-01');
        expect(before).toHaveLength(3);
        expect(after).toHaveLength(3);
        expect((before.at(-1) ?? '') < (after[0] ?? '')).toBe(true);
        const windows = { before, after };
        for (const period of [...before, ...after]) expect(isShown(period, windows)).toBe(true);
      }),
    ));
});

describe('a change', () => {
  const windows = { before: ['1405-01', '1405-02'], after: ['1405-06', '1405-07'] };
  test('is the mean after less the mean before; what lies between does not count', () => {
    const of = values({ '1405-01': 20, '1405-02': 24, '1405-04': 99, '1405-06': 12, '1405-07': 14 });
    expect(changeOf(of, windows)).toEqual({ before: 22, after: 13, change: -9 });
  });
  test('is unknown where either side is', () => {
    expect(changeOf(values({ '1405-01': 20 }), windows)).toBeNull();
    expect(changeOf(values({ '1405-06': 20 }), windows)).toBeNull();
  });
});

describe('an effect', () => {
  test('of a known case: nine others, the range between the first and the last', () => {
    const others = [-4, -3, -2, -2, -1, 0, 0, 1, 2].map(by);
    const effect = effectOf(by(-12), others);
    expect(effect.beside).toEqual({ n: 9, before: 20, after: 19, change: -1 });
    expect(effect.difference).toBe(-11);
    expect(effect.range).toEqual({ least: -14, most: -8, likelihood: 0.8 });
    expect(effect.asFar).toBe(0);
  });
  test('of nineteen others leaves one at each end out, with nine of ten', () => {
    const others = Array.from({ length: 19 }, (_, i) => by(i - 9));
    const { range, difference } = effectOf(by(5), others);
    expect(difference).toBe(5);
    expect(range?.likelihood).toBeCloseTo(0.8, 9);
    expect([range?.least, range?.most]).toEqual([-3, 13]);
  });
  test('of few others has a difference and no range; of none, neither', () => {
    expect(effectOf(by(-5), [by(-1), by(1)])).toMatchObject({
      difference: -5,
      range: null,
      beside: { n: 2, change: 0 },
    });
    expect(effectOf(by(-5), [])).toMatchObject({ difference: null, range: null, beside: { n: 0, change: null } });
    expect(
      effectOf(
        by(-5),
        Array.from({ length: FEWEST_BESIDE - 1 }, () => by(0)),
      ).range,
    ).toBeNull();
  });

  const change = fc.double({ min: -100, max: 100, noNaN: true }).map((n) => by(n + 0));
  const some = fc.array(change, { minLength: 9, maxLength: 40 });
  test('lies within its own range, whatever the others did', () =>
    fc.assert(
      fc.property(change, some, (here, others) => {
        const { difference, range } = effectOf(here, others);
        expect(range?.least).toBeLessThanOrEqual((difference ?? Number.NaN) + 1e-9);
        expect(range?.most).toBeGreaterThanOrEqual((difference ?? Number.NaN) - 1e-9);
        expect(range?.likelihood).toBeGreaterThanOrEqual(0.8 - 1e-9);
      }),
    ));
  test('does not depend on the order of the others, nor on what all of them share', () =>
    fc.assert(
      fc.property(change, some, fc.integer({ min: -50, max: 50 }), (here, others, shift) => {
        const moved = (one: Change): Change => ({ ...one, change: one.change + shift });
        const plain = effectOf(here, others);
        expect(effectOf(here, others.toReversed())).toEqual(plain);
        expect(effectOf(moved(here), others.map(moved)).difference).toBeCloseTo(plain.difference ?? Number.NaN, 6);
      }),
    ));
  test('holds its likelihood when nothing was done: of many alike, about as many fall outside', () => {
    let state = 7;
    const draw = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
    const RUNS = 2000;
    let inside = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const all = Array.from({ length: 15 }, () => by(draw() * draw() * 40 - 5));
      const [here = by(0), ...others] = all;
      const { range } = effectOf(here, others);
      // Nought within the range: the change is one that any of the others might have had.
      if (range && range.least <= 0 && range.most >= 0) inside += 1;
    }
    expect(inside / RUNS).toBeGreaterThan(0.84);
    expect(inside / RUNS).toBeLessThan(0.9);
  });
});

test('the middle of several series is said where at least half of them speak', () => {
  const series = [
    values({ '1405-01': 10, '1405-02': 20 }),
    values({ '1405-01': 30, '1405-02': 40 }),
    values({ '1405-01': 20, '1405-03': 50 }),
  ];
  expect(middleSeries(series)).toEqual([
    { period: '1405-01', value: 20 },
    { period: '1405-02', value: 30 },
  ]);
});
