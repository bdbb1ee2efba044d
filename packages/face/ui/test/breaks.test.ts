import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BREAKS, breaksFor } from '../src/figures/breaks.ts';
import { boundsFor, classOf } from '../src/figures/figure.ts';

const shares = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
  { minLength: 1, maxLength: 31 },
);
const sizesOf = (values: readonly number[], bounds: readonly number[]): number[] =>
  [1, 2, 3, 4, 5].map((step) => values.filter((value) => classOf(value, bounds) === step).length);

test('every method gives four rising bounds, whatever the values', () => {
  fc.assert(
    fc.property(fc.constantFrom(...BREAKS), shares, (method, values) => {
      const bounds = breaksFor(method, values);
      expect(new Set(bounds).size).toBe(4);
      expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
    }),
  );
});

test('with five different values or more, no class of quantiles or of natural breaks is empty', () => {
  fc.assert(
    fc.property(fc.constantFrom('quantile' as const, 'natural' as const), shares, (method, values) => {
      fc.pre(new Set(values).size >= 5);
      expect(Math.min(...sizesOf(values, breaksFor(method, values)))).toBeGreaterThan(0);
    }),
  );
});

test('quantiles put as many values into each class', () => {
  expect(
    sizesOf([1, 2, 3, 4, 5, 60, 70, 80, 90, 100], breaksFor('quantile', [1, 2, 3, 4, 5, 60, 70, 80, 90, 100])),
  ).toEqual([2, 2, 2, 2, 2]);
});

test('natural breaks keep together what lies together', () => {
  const values = [1, 2, 3, 20, 21, 40, 41, 42, 70, 98, 99];
  expect(breaksFor('natural', values)).toEqual([20, 40, 70, 98]);
});

test('fewer than five different values are parted by equal width', () => {
  expect(breaksFor('natural', [0.2, 0.4, 0.4])).toEqual(boundsFor([0.2, 0.4, 0.4]));
});
