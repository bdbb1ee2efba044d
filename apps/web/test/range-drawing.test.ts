import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, rangeDrawing, WIDTH } from '../src/lib/outcomes/range-drawing';

const side = { n: 3, before: 0, after: 0 };
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('an effect lies within its range, everything within the drawing, and what is more lies further on', () => {
  fc.assert(
    fc.property(number, fc.double({ min: 0, max: 1e6, noNaN: true }), number, (effect, reach, promised) => {
      const told = { state: 'told', effect, low: effect - reach, high: effect + reach, provinces: 1 } as const;
      const at = rangeDrawing({ ...told, treated: side, untreated: side }, promised);
      for (const place of Object.values(at)) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(WIDTH);
      }
      expect(at.low).toBeLessThanOrEqual(at.effect);
      expect(at.effect).toBeLessThanOrEqual(at.high);
      expect(at.zero < at.promised ? promised > 0 : promised <= 0 || at.zero === at.promised).toBe(true);
    }),
  );
});

test('labels that would lie on each other are moved apart in their order, and stay in the drawing', () => {
  expect(apart([200, 200, 205], 44)).toEqual([200, 244, 288]);
  expect(apart([360, 366], 86)).toEqual([297, 383]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 34, max: WIDTH - 34 }), { minLength: 2, maxLength: 3 }), (places) => {
      const moved = [...apart(places, 44)].toSorted((a, b) => a - b);
      moved.forEach((place, i) => {
        if (i > 0) expect(place - (moved[i - 1] ?? 0)).toBeGreaterThanOrEqual(43.9);
        expect(place).toBeLessThanOrEqual(WIDTH - 17);
      });
      const order = (list: readonly number[]) =>
        list.map((_, i) => i).toSorted((a, b) => (list[a] ?? 0) - (list[b] ?? 0));
      expect(order(apart(places, 44))).toEqual(order(places));
    }),
  );
});
