import { PROVINCES } from '@mahalleh/kernel/province';
import { boundsOf } from '@mahalleh/kernel/province-bounds';
import { isWithin } from '@mahalleh/kernel/place';
import { expect, test } from 'vitest';
import { outlineOf } from '../../src/map/outline.ts';

test('every province has an outline that fills its rectangle', () => {
  for (const { slug } of PROVINCES) {
    const positions = outlineOf(slug).flat(2);
    const { south, north, west, east } = boundsOf(slug);
    const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
    const off = [Math.min(...xs) - west, Math.max(...xs) - east, Math.min(...ys) - south, Math.max(...ys) - north].map(
      Math.abs,
    );
    // The seas of the coast belong to the rectangles and not to the outlines.
    expect([slug, Math.max(...off) < 0.65]).toEqual([slug, true]);
  }
});

test.each([
  ['qom', 34.6416, 50.8764],
  ['qazvin', 36.2688, 50.0041],
  ['tehran', 35.6892, 51.389],
  ['fars', 29.5918, 52.5837],
  ['razavi-khorasan', 36.2972, 59.6067],
  ['east-azerbaijan', 38.08, 46.2919],
] as const)('the seat of %s lies in its outline and in no other', (slug, latitude, longitude) => {
  const around = PROVINCES.filter((one) => isWithin({ latitude, longitude }, outlineOf(one.slug)));
  expect(around.map((one) => one.slug)).toEqual([slug]);
});
