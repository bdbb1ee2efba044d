import fc from 'fast-check';
import { shapeOf } from '@mahalleh/kernel/place';
import { describe, expect, test } from 'vitest';
import { lengthText, roundLength } from '../../src/map/scale-bar.ts';
import {
  dragged,
  extentOf,
  fitted,
  groundOf,
  isSeen,
  pixelOf,
  positionAt,
  zoomed,
  type Extent,
} from '../../src/map/view.ts';

const FRAME = { width: 720, height: 480 };
const coordinate = fc.integer({ min: -90_000, max: 90_000 });
const anyExtent = fc
  .tuple(coordinate, coordinate, fc.integer({ min: 300, max: 200_000 }), fc.integer({ min: 300, max: 200_000 }))
  .map(([west, south, wide, high]): Extent => [west, south, west + wide, south + high]);
const anyPixel = fc.tuple(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 0, max: 480 }));

describe('a view', () => {
  test('that is fitted shows its extent whole, north above and east on the right', () => {
    fc.assert(
      fc.property(anyExtent, ([west, south, east, north]) => {
        const view = fitted([west, south, east, north], FRAME);
        const [left, bottom] = pixelOf(view, FRAME, [west, south]);
        const [right, top] = pixelOf(view, FRAME, [east, north]);
        expect(left < right && top < bottom).toBe(true);
        for (const pixel of [[left, bottom] as const, [right, top] as const])
          expect(isSeen(FRAME, pixel, 39.9)).toBe(true);
      }),
    );
  });

  test('leads from the screen to the ground and back', () => {
    fc.assert(
      fc.property(anyExtent, anyPixel, (extent, pixel) => {
        const view = fitted(extent, FRAME);
        const [x, y] = pixelOf(view, FRAME, positionAt(view, FRAME, pixel));
        expect(Math.abs(x - pixel[0]) + Math.abs(y - pixel[1])).toBeLessThan(1e-6);
      }),
    );
  });

  test('keeps what lies under the pointer where it is while it comes closer, and stops at both ends', () => {
    fc.assert(
      fc.property(anyExtent, anyPixel, fc.double({ min: 0.01, max: 100, noNaN: true }), (extent, pixel, factor) => {
        const whole = fitted(extent, FRAME);
        const closer = zoomed(whole, FRAME, pixel, factor, whole);
        const under = positionAt(whole, FRAME, pixel);
        const [x, y] = pixelOf(closer, FRAME, under);
        expect(Math.abs(x - pixel[0]) + Math.abs(y - pixel[1])).toBeLessThan(1e-3);
        expect(closer.scale >= whole.scale / 2 && closer.scale <= 2).toBe(true);
      }),
    );
  });

  test('that is dragged moves with the hand', () => {
    const view = fitted([0, 0, 1000, 1000], FRAME);
    const before = pixelOf(view, FRAME, [100, 100]);
    const after = pixelOf(dragged(view, 30, -20), FRAME, [100, 100]);
    expect([after[0] - before[0], after[1] - before[1]].map(Math.round)).toEqual([30, -20]);
  });
});

describe('the ground of a map', () => {
  const point = { latitude: 34.64, longitude: 50.87 };

  test('is nothing when nothing lies on it', () => {
    expect(groundOf({})).toBeUndefined();
    expect(groundOf({ areas: [], marks: [] })).toBeUndefined();
  });

  test('of one point is still a few streets wide', () => {
    expect(groundOf({ marks: [{ id: 'a', name: 'چاه', point }] })?.extent).toEqual([-150, -150, 150, 150]);
    expect(extentOf([[5, 5]])).toEqual([-145, -145, 155, 155]);
  });

  test('reaches around boundaries, marks, circles and what must be shown', () => {
    const shape = shapeOf('{"type":"Polygon","coordinates":[[[50,34],[50.1,34],[50.1,34.1],[50,34]]]}') ?? [];
    const reach = (content: Parameters<typeof groundOf>[0]): number[] =>
      (groundOf(content)?.extent ?? []).map((metres) => Math.round(metres / 1000));
    expect(reach({ areas: [{ id: 'a', shape }] })).toEqual([-5, -6, 5, 6]);
    expect(reach({ areas: [{ id: 'a', shape }], reach: [{ latitude: 34, longitude: 50.3 }] })).toEqual([
      -14, -6, 14, 6,
    ]);
  });
});

describe('the scale', () => {
  test('is a round length that fits', () => {
    expect([7, 19, 20, 49, 50, 99, 1234].map(roundLength)).toEqual([5, 10, 20, 20, 50, 50, 1000]);
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), (most) => {
        const length = roundLength(most);
        expect(length <= most * (1 + 1e-9) && length * 2.5 >= most * (1 - 1e-9)).toBe(true);
      }),
    );
  });

  test('is said in metres and kilometres, in the digits of the reader', () => {
    expect([lengthText(200, 'fa'), lengthText(2000, 'fa'), lengthText(1500, 'en')]).toEqual([
      '۲۰۰ متر',
      '۲ کیلومتر',
      '1.5 km',
    ]);
  });
});
