import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf, scaleOf, spread, stretchesOf } from '../src/figures/time-lines.ts';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

test('every value lies within the scale, whose steps are even, few and include its ends', () =>
  fc.assert(
    fc.property(values, (list) => {
      const { least, most, steps } = scaleOf(list);
      const slack = (most - least) * 1e-6;
      for (const value of list) {
        expect(value).toBeGreaterThanOrEqual(least - slack);
        expect(value).toBeLessThanOrEqual(most + slack);
      }
      expect(steps[0]).toBeCloseTo(least, 6);
      expect(steps.at(-1)).toBeCloseTo(most, 6);
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(7);
    }),
  ));

test('a scale begins at nought where nought is near, and not where it is far', () => {
  expect(scaleOf([10, 49]).least).toBe(0);
  expect(scaleOf([38, 49]).least).toBe(35);
  expect(scaleOf([])).toEqual({ least: 0, most: 1, steps: [0, 1] });
  expect(scaleOf([5, 5]).most).toBeGreaterThan(5);
});

test('a gap breaks a line; nothing is drawn over it', () => {
  const point = (at: number, value: number | null) => ({ at, value, said: '' });
  const stretches = stretchesOf([point(0, null), point(0.2, 1), point(0.4, 2), point(0.6, null), point(0.8, 3)]);
  expect(stretches.map((stretch) => stretch.map(({ value }) => value))).toEqual([[1, 2], [3]]);
  expect(
    pathOf(
      stretches[0] ?? [],
      (at) => at * 100,
      (value) => value * 10,
    ),
  ).toBe('M20.0 10.0L40.0 20.0');
});

test('labels are moved apart and keep their order', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), (places) => {
      const moved = spread(places, 15).toSorted((a, b) => a - b);
      for (const [i, place] of moved.entries())
        if (i > 0) expect(place - (moved[i - 1] ?? 0)).toBeGreaterThanOrEqual(15);
    }),
  ));
