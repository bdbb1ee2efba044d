import { PROVINCES } from '@mahalleh/kernel/province';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsFor, classOf, inkOn, niceStep } from '../src/figures/figure.ts';
import iran from '../src/figures/iran.json' with { type: 'json' };
import { numberText } from '../src/figures/number-text.ts';

const amount = fc.double({ min: 0, max: 1e9, noNaN: true });

test('a larger value never falls into a lower class', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1 }), amount, amount, (values, a, b) => {
      const bounds = boundsFor(values);
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(classOf(low, bounds)).toBeLessThanOrEqual(classOf(high, bounds));
    }),
  );
});

test('bounds rise, and the largest value reaches the upper half of the classes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }), (values) => {
      const bounds = boundsFor(values);
      expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
      expect(new Set(bounds).size).toBe(4);
      expect(classOf(Math.max(...values), bounds)).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('a step is round and not below what was asked', () => {
  expect([0.16, 1, 3, 7, 23, 260].map(niceStep)).toEqual([0.2, 1, 5, 10, 25, 500]);
});

test('bounds lie in the class they begin', () => {
  const bounds = [0.3, 0.4, 0.5, 0.6];
  expect([0, 0.29, 0.3, 0.45, 0.5, 0.6, 1].map((value) => classOf(value, bounds))).toEqual([1, 1, 2, 3, 4, 5, 5]);
});

test('dark classes are written on in light ink', () => {
  expect([1, 2, 3, 4, 5].map((step) => inkOn(step as 1 | 2 | 3 | 4 | 5))).toEqual([
    'var(--on-seq-12)',
    'var(--on-seq-12)',
    'var(--on-seq-3)',
    'var(--on-seq-45)',
    'var(--on-seq-45)',
  ]);
});

test('the map has exactly the 31 provinces, each with an outline and a place for its name', () => {
  const slugs = PROVINCES.map(({ slug }) => slug).toSorted();
  expect(Object.keys(iran.provinces).toSorted()).toEqual(slugs);
  expect(Object.keys(iran.labels).toSorted()).toEqual(slugs);
  for (const path of Object.values(iran.provinces)) expect(path).toMatch(/^M\d+ \d+l.+z$/);
  for (const [x, y] of Object.values(iran.labels) as [number, number][]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(1200);
    expect(y).toBeLessThan(1071);
  }
});

test('numbers of a figure are said in the reader’s digits', () => {
  expect(numberText(0.457, 'share', 'fa')).toBe('۴۶٪');
  expect(numberText(9924, 'count', 'fa')).toBe('۹٬۹۲۴');
  expect(numberText(1.25, 'decimal', 'en')).toBe('1.3');
});
