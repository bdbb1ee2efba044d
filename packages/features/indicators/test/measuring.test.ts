import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNITS } from '../src/codes.ts';
import { doubtsOf } from '../src/doubt-rules.ts';
import { isSmall, keptOf, periodFault, valueFault, type Measured } from '../src/measurement-rules.ts';
import { FREQUENCIES } from '../src/codes.ts';
import {
  frequencyOf,
  isPeriod,
  monthsOf,
  periodAround,
  periodAt,
  periodsApart,
  periodsUpTo,
  periodTitle,
  readPeriod,
  spanOf,
  stepPeriod,
} from '../src/periods.ts';

const of = (more: Partial<Measured> = {}): Measured => ({
  frequency: 'month',
  population: 'people',
  unit: 'percent',
  formula: null,
  retiredAtMs: null,
  ...more,
});

describe('small numbers of people', () => {
  test.each([
    ['three who dropped out', { unit: 'person' }, { value: 3 }, true],
    ['nobody who dropped out', { unit: 'person' }, { value: 0 }, false],
    ['five who dropped out', { unit: 'person' }, { value: 5 }, false],
    ['a share of four asked', {}, { value: 50, n: 4 }, true],
    ['a share of sixty asked that stands for two', {}, { value: 3.3, n: 60 }, true],
    ['a share of sixty asked that stands for none', {}, { value: 0, n: 60 }, false],
    ['a share of sixty asked that stands for thirty', {}, { value: 50, n: 60 }, false],
    ['a score of three asked', { unit: 'score' }, { value: 70, n: 3 }, true],
    ['a score of thirty asked', { unit: 'score' }, { value: 3, n: 30 }, false],
    ['three lamps', { unit: 'count', population: 'things' }, { value: 3 }, false],
  ] as const)('%s', (_title, more, said, expected) => {
    expect(isSmall(of(more), said)).toBe(expected);
  });

  test('are not kept: neither the value nor how many', () =>
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), fc.nat({ max: 12 }), fc.nat({ max: 100 }), (unit, n, value) => {
        const kept = keptOf(of({ unit }), { value, n });
        if (kept.isSuppressed) expect(kept).toEqual({ value: null, n: null, isSuppressed: true });
        else expect(kept.value).toBe(value);
        if (unit !== 'person') expect(kept.isSuppressed || n === 0 || n >= 5).toBe(true);
      }),
    ));
});

describe('a value', () => {
  test.each([
    ['above a hundred per cent', {}, { value: 101, n: 50 }, 'value number_too_big'],
    ['below nought', { unit: 'rial' }, { value: -1 }, 'value number_too_small'],
    ['of half a person', { unit: 'person' }, { value: 2.5 }, 'value integer_expected'],
    ['of people without their number', {}, { value: 40 }, 'n people_count_missing'],
    ['of people counted', { unit: 'person' }, { value: 40 }, 'none'],
    ['of things', { population: 'things' }, { value: 40.5 }, 'none'],
    ['of a ratio below nought', { unit: 'ratio', population: 'things' }, { value: -2 }, 'none'],
  ] as const)('%s: %#', (_title, more, said, expected) => {
    const fault = valueFault(of(more), said);
    expect(fault ? `${fault.field} ${fault.reason}` : 'none').toBe(expected);
  });

  test.each([
    ['month', '1405-09', 'none'],
    ['month', '1405-10', 'period_not_begun'],
    ['month', '1405-13', 'period_not_a_month'],
    ['month', '1405', 'period_not_a_month'],
    ['season', '1405-s3', 'none'],
    ['season', '1405-s4', 'period_not_begun'],
    ['year', '1389', 'period_too_early'],
    ['once', 'once', 'none'],
    ['once', '1405', 'period_not_a_once'],
  ] as const)('by %s in %s: %s', (frequency, period, expected) => {
    expect(periodFault({ frequency }, period, '2026-11-22')?.reason ?? 'none').toBe(expected);
  });
});

describe('doubts', () => {
  const calm = [48, 50, 52, 49, 51];
  test('an ordinary value raises none', () => {
    expect(doubtsOf(50, '1405-07', { own: calm, peers: [], lastBefore: '1405-06' })).toEqual([]);
    expect(doubtsOf(50, '1405-07', { own: [], peers: [], lastBefore: undefined })).toEqual([]);
  });
  test('a jump, a place unlike its peers, and a gap are each asked about, with the figures', () => {
    const peers = [30, 31, 32, 33, 30, 31, 29, 32];
    expect(doubtsOf(90, '1405-07', { own: calm, peers, lastBefore: '1405-04' })).toEqual([
      { reason: 'doubt_jump', params: { value: 90, median: 50, count: 5 } },
      { reason: 'doubt_unlike_peers', params: { value: 90, median: 31, count: 8 } },
      { reason: 'doubt_gap', params: { count: 2, firstOn: '2026-07-23' } },
    ]);
  });
  test('however steady the others are, a small difference is not odd', () => {
    const steady = [18, 18, 19, 18, 18, 18];
    expect(doubtsOf(16, '1405-07', { own: steady, peers: [], lastBefore: '1405-06' })).toEqual([]);
    expect(doubtsOf(9, '1405-07', { own: steady, peers: [], lastBefore: '1405-06' })).toHaveLength(1);
  });
  test('of a hidden value only the gap is asked', () => {
    expect(
      doubtsOf(null, '1405-07', { own: calm, peers: [], lastBefore: '1405-05' }).map(({ reason }) => reason),
    ).toEqual(['doubt_gap']);
  });
  test('a steady course raises none, however far it has come', () =>
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 24 }), fc.integer({ min: 1, max: 9 }), (n, step) => {
        const own = Array.from({ length: n }, (_, i) => 20 + i * step);
        expect(doubtsOf(20 + n * step, '1405-07', { own, peers: [], lastBefore: '1405-06' })).toEqual([]);
      }),
    ));
});

describe('periods', () => {
  const frequency = fc.constantFrom('month', 'season', 'year' as const);
  const period = fc
    .tuple(frequency, fc.integer({ min: 0, max: 20_000 }))
    .map(([often, n]) => periodAt(often, spanOf(stepPeriod('1395-01', Math.floor(n / 40)))?.firstOn ?? '2026-03-21'));

  test('steps forth and back come to the same, and are counted', () =>
    fc.assert(
      fc.property(period, fc.integer({ min: -60, max: 60 }), (key, n) => {
        expect(stepPeriod(stepPeriod(key, n), -n)).toBe(key);
        expect(periodsApart(key, stepPeriod(key, n))).toBe(n);
        expect(n > 0).toBe(stepPeriod(key, n) > key);
      }),
    ));
  test('a period holds its days, its months and no others', () =>
    fc.assert(
      fc.property(period, (key) => {
        const span = spanOf(key);
        const often = frequencyOf(key);
        if (!span || !often) throw new Error('no period');
        expect(periodAt(often, span.firstOn)).toBe(key);
        expect(periodAt(often, span.lastOn)).toBe(key);
        expect(monthsOf(key)).toHaveLength({ month: 1, season: 3, year: 12, once: 0 }[often]);
        for (const month of monthsOf(key)) expect(periodAround(month, often)).toBe(key);
        expect(readPeriod(periodTitle(key, 'fa'))).toBe(key);
        expect(readPeriod(periodTitle(key, 'en'))).toBe(key);
      }),
    ));
  test.each([
    ['۱۴۰۵/۷', '1405-07'],
    ['1405-07', '1405-07'],
    ['مهر 1405', '1405-07'],
    ['پاييز ۱۴۰۵', '1405-s3'],
    ['1405-S3', '1405-s3'],
    ['سال ۱۴۰۵', '1405'],
    ['1405', '1405'],
    ['یک‌بار', 'once'],
    ['1405/13', undefined],
    ['2026', undefined],
    ['دیروز', undefined],
  ])('%s is read as %s', (typed, expected) => {
    expect(readPeriod(typed)).toBe(expected);
  });
  test('finer periods lie in coarser ones, never the other way', () => {
    expect(periodAround('1405-07', 'season')).toBe('1405-s3');
    expect(periodAround('1405-s3', 'year')).toBe('1405');
    expect(periodAround('1405-07', 'once')).toBe('once');
    expect(periodAround('1405', 'month')).toBeUndefined();
    expect(
      FREQUENCIES.every((often) =>
        isPeriod(often, { month: '1405-01', season: '1405-s1', year: '1405', once: 'once' }[often]),
      ),
    ).toBe(true);
    expect(periodsUpTo('1404-11', '1405-02', 3)).toEqual(['1404-12', '1405-01', '1405-02']);
  });
});
