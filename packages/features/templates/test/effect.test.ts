import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOf, FEWEST, verdictOf, type Effect, type ResultRow } from '../src/lineage/effect.ts';
import { t95 } from '../src/lineage/t-quantile.ts';
import { worksWhere } from '../src/lineage/works-where.ts';

/** Numbers by chance, the same each time. */
const dice = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return (state + 0.5) / 4_294_967_296;
  };
  return { next, normal: () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next()) };
};

type Case = Pick<ResultRow, 'province' | 'side'> &
  Partial<Pick<ResultRow, 'setting' | 'size'>> & { changes: readonly number[] };
/** What a province tells of neighbourhoods that stood at ten and changed by so much. */
const told = ({ province, side, setting = 'urban', size = 'medium', changes }: Case): ResultRow => ({
  ...{ indicator: 'lit', province, side, setting, size, n: changes.length, sumBefore: 10 * changes.length },
  sumAfter: changes.reduce((sum, change) => sum + 10 + change, 0),
  sumSquaredChange: changes.reduce((sum, change) => sum + change ** 2, 0),
});
const both = (
  province: string,
  withIt: readonly number[],
  without: readonly number[],
  more: object = {},
): ResultRow[] => [
  told({ province, side: 'treated', changes: withIt, ...more }),
  told({ province, side: 'untreated', changes: without, ...more }),
];

test('how much more it changed than in those alike of the same province, whatever the province itself went through', () => {
  // Everything rose by seven in Yazd, with the template or without.
  const rows = [...both('qom', [3, 4, 5], [1, 2, 0]), ...both('yazd', [10, 11, 12], [8, 9, 7])];
  const effect = effectOf(rows);
  expect(effect).toMatchObject({ state: 'told', effect: 3, provinces: 2, treated: { n: 6, before: 10, after: 17.5 } });
  expect(effect).toMatchObject({ untreated: { n: 6, after: 14.5 } });
  if (effect.state !== 'told') throw new Error('nothing was told');
  // Both sides have a variance of one: 1/6 + 1/6, at eight degrees of freedom.
  expect(effect.high - effect.effect).toBeCloseTo(2.306 * Math.sqrt(1 / 3), 6);
  expect(effect.effect - effect.low).toBeCloseTo(effect.high - effect.effect, 9);
});

const row: fc.Arbitrary<ResultRow> = fc
  .record({
    province: fc.constantFrom('qom', 'qazvin', 'yazd'),
    side: fc.constantFrom('treated' as const, 'untreated' as const),
    setting: fc.constantFrom('urban' as const, 'rural' as const),
    size: fc.constantFrom('small' as const, 'medium' as const, 'large' as const),
    changes: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 5 }),
  })
  .map(told);

const close = (a: Effect, b: Effect): void => {
  expect(a.state).toBe(b.state);
  if (a.state === 'told' && b.state === 'told')
    for (const part of ['effect', 'low', 'high'] as const) expect(a[part]).toBeCloseTo(b[part], 6);
};

describe('of any rows', () => {
  const rows = fc.array(row, { maxLength: 24 });

  test('the order in which they came is nothing', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (some, seed) => {
        const { next } = dice(seed);
        const mixed = some.map((one) => [next(), one] as const).toSorted(([a], [b]) => a - b);
        close(effectOf(mixed.map(([, one]) => one)), effectOf(some));
      }),
    );
  });

  test('under three on either side there is never a number, and what is not alike makes them no more', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const effect = effectOf(some);
        const alike = Map.groupBy(some, (one) => `${one.province} ${one.setting} ${one.size}`);
        const count = (side: ResultRow['side']): number =>
          [...alike.values()]
            .filter((own) => new Set(own.map((one) => one.side)).size === 2)
            .flat()
            .filter((one) => one.side === side)
            .reduce((sum, { n }) => sum + n, 0);
        const [withIt, without] = [count('treated'), count('untreated')];
        if (withIt < FEWEST || without < FEWEST)
          expect(effect).toEqual({ state: 'too_few', treated: withIt, untreated: without });
        if (effect.state === 'too_few') {
          expect(Object.values(effect).filter((value) => typeof value === 'number')).toEqual([withIt, without]);
          expect(verdictOf(effect, 3)).toBe('too_few');
        } else {
          expect(effect.low).toBeLessThanOrEqual(effect.effect);
          expect(effect.high).toBeGreaterThanOrEqual(effect.effect);
          expect([effect.low, effect.effect, effect.high].every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('with both sides exchanged, the effect is the other way and as wide where the sides are alike in number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 6 }), (changes) => {
        const other = changes.map((change) => change * 2 + 1);
        const [a, b] = [effectOf(both('qom', changes, other)), effectOf(both('qom', other, changes))];
        if (a.state !== 'told' || b.state !== 'told') throw new Error('nothing was told');
        expect(a.effect).toBeCloseTo(-b.effect, 9);
        expect(a.low).toBeCloseTo(-b.high, 9);
      }),
    );
  });

  test('where it works is the same reckoning of a part, and parts that are the whole are not told', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const parts = worksWhere(some, 3);
        for (const { by, value, effect, verdict } of parts) {
          expect(effect).toEqual(effectOf(some.filter((one) => one[by] === value)));
          expect(verdict).toBe(verdictOf(effect, 3));
        }
        for (const own of Map.groupBy(parts, ({ by }) => by).values()) expect(own.length).toBeGreaterThan(1);
      }),
    );
  });
});

// Few and many neighbourhoods, sides as uneven as each other or not, a province or four, each with its own tide.
test.each([
  { provinces: 1, withIt: 3, without: 3, spread: [2, 2] },
  { provinces: 1, withIt: 4, without: 12, spread: [4, 1] },
  { provinces: 4, withIt: 2, without: 6, spread: [1, 3] },
  { provinces: 4, withIt: 1, without: 5, spread: [2, 2] },
  { provinces: 3, withIt: 10, without: 30, spread: [3, 2] },
] as const)(
  'the range holds the truth nineteen times of twenty: $provinces provinces, $withIt with and $without without in each, uneven by $spread',
  ({ provinces, withIt, without, spread }) => {
    const { normal } = dice(41);
    const TRUTH = 2.5;
    const RUNS = 3000;
    let held = 0;
    for (let run = 0; run < RUNS; run++) {
      const rows = Array.from({ length: provinces }, (_, i) => {
        const tide = normal() * 5;
        const drawn = (n: number, uneven: number, by: number) =>
          Array.from({ length: n }, () => tide + by + normal() * uneven);
        return both(`p${i}`, drawn(withIt, spread[0], TRUTH), drawn(without, spread[1], 0));
      }).flat();
      const effect = effectOf(rows);
      if (effect.state !== 'told') throw new Error('nothing was told');
      if (effect.low <= TRUTH && TRUTH <= effect.high) held++;
    }
    expect(held / RUNS).toBeGreaterThan(0.94);
  },
);

test('the verdict is of the range, in the promised way', () => {
  const range = (low: number, high: number): Effect => ({
    ...{ state: 'told', effect: (low + high) / 2, low, high, provinces: 1 },
    treated: { n: 3, before: 0, after: 0 },
    untreated: { n: 3, before: 0, after: 0 },
  });
  expect(
    (
      [
        [3, 5, 3],
        [1, 5, 3],
        [1, 2, 3],
        [-1, 5, 3],
        [0, 5, 3],
        [-5, -1, 3],
        [-5, -4, -3],
        [-2, -1, -3],
        [1, 2, -3],
      ] as const
    ).map(([low, high, promised]) => verdictOf(range(low, high), promised)),
  ).toEqual([
    ...['as_promised', 'helps', 'less_than_promised', 'unclear', 'unclear', 'against'],
    ...['as_promised', 'less_than_promised', 'against'],
  ]);
});

test('a range is never narrower for fewer degrees of freedom', () => {
  const points = Array.from({ length: 400 }, (_, i) => t95(0.5 + i / 3));
  expect(points.every((point, i) => i === 0 || point <= (points[i - 1] ?? 0))).toBe(true);
  expect([t95(0.9), t95(1), t95(2.9), t95(10), t95(35), t95(1e9)]).toEqual([
    Infinity,
    12.706,
    4.303,
    2.228,
    2.042,
    1.962,
  ]);
});
