import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIMILAR, similarTo, togetherOf, type Sized } from '../src/nation/similar.ts';

const sized = (key: string, neighbourhoods: number | null, counties: number | null): Sized => ({
  key,
  neighbourhoods,
  counties,
});

test('the nearest by size come first, a place twice as large as far as one half as large', () => {
  const all = [
    sized('qom', 100, 3),
    sized('semnan', 110, 4),
    sized('tehran', 2000, 16),
    sized('yazd', 200, 3),
    sized('ilam', 50, 3),
  ];
  expect(similarTo(sized('qom', 100, 3), all)).toEqual(['semnan', 'ilam', 'yazd', 'tehran']);
  expect(similarTo(sized('qom', null, 3), all)).toEqual([]);
});

test('likeness does not depend on the order in which provinces are told, and never names the place itself', () => {
  const place = fc.record({
    neighbourhoods: fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null }),
    counties: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 31 }), fc.infiniteStream(fc.nat()), (places, draws) => {
      const all = places.map((one, i) => ({ key: `p${i}`, ...one }));
      const shuffled = all
        .map((one) => ({ one, at: draws.next().value ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const [first] = all;
      if (!first) return;
      const found = similarTo(first, all);
      expect(similarTo(first, shuffled)).toEqual(found);
      expect(found).not.toContain(first.key);
      expect(found.length).toBeLessThanOrEqual(SIMILAR);
    }),
  );
});

test('what places come to together is the sum of their parts, divided last', () => {
  expect(
    togetherOf([
      { of: 1, over: 10 },
      { of: 90, over: 90 },
    ]),
  ).toBe(0.91);
  expect(togetherOf([])).toBe(null);
});
