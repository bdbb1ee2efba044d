import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { persianDigits } from '../src/digits.ts';
import {
  isWithin,
  metresBetween,
  metresOutside,
  movedBy,
  planeAt,
  pointText,
  readPoint,
  shapeOf,
} from '../src/place.ts';

const QOM = { latitude: 34.6416, longitude: 50.8764 };
const anyPoint = fc.record({
  latitude: fc.integer({ min: 24_00001, max: 40_49999 }).map((n) => n / 100_000),
  longitude: fc.integer({ min: 43_00001, max: 63_99999 }).map((n) => n / 100_000),
});

describe('a typed point', () => {
  test.each([
    ['35.68, 51.38'],
    ['35.68,51.38'],
    ['35.68 51.38'],
    ['  35.68 ; 51.38 '],
    ['۳۵٫۶۸، ۵۱٫۳۸'],
    ['۳۵.۶۸ ، ۵۱.۳۸'],
    ['٣٥٫٦٨، ٥١٫٣٨'],
    ['35,68 51,38'],
    ['35,68; 51,38'],
    ['\u200e35.68, 51.38\u200f'],
    ['35.68N 51.38E'],
    ['51.38 E, 35.68 N'],
    ['N 35.68, E 51.38'],
    ['۳۵٫۶۸ شمالی، ۵۱٫۳۸ شرقی'],
    ['عرض ۳۵٫۶۸ طول ۵۱٫۳۸'],
    ['طول: ۵۱٫۳۸، عرض: ۳۵٫۶۸'],
    ['lat=35.68, lon=51.38'],
    [`35°40'48"N 51°22'48"E`],
    ['35° 40′ 48″ N, 51° 22′ 48″ E'],
    ["35°40.8' N 51°22.8' E"],
    ['35 40 48 N 51 22 48 E'],
    ['35 40.8 51 22.8'],
    [`51°22'48"E 35°40'48"N`],
    ['۳۵ درجه و ۴۰ دقیقه و ۴۸ ثانیه شمالی، ۵۱ درجه و ۲۲ دقیقه و ۴۸ ثانیه شرقی'],
    ['geo:35.68,51.38'],
    ['geo:35.68,51.38;u=12?z=16'],
    ['https://maps.example/?q=35.68,51.38'],
    ['https://maps.example/@35.68,51.38,15z/data'],
    ['https://maps.example/place/x/data=!3m1!3d35.68!4d51.38'],
    ['https://map.example/?mlat=35.68&mlon=51.38#map=15/35.68/51.38'],
    ['https://map.example/#15/35.68/51.38'],
  ])('%s', (typed) => {
    expect(readPoint(typed)).toEqual({ point: { latitude: 35.68, longitude: 51.38 }, isTurned: false });
  });

  test('with the longitude first is understood, and it is said that it was turned', () => {
    for (const typed of ['51.38, 35.68', '۵۱٫۳۸ ۳۵٫۶۸', `51°22'48" 35°40'48"`])
      expect(readPoint(typed)).toEqual({ point: { latitude: 35.68, longitude: 51.38 }, isTurned: true });
  });

  test.each([
    ['', 'point_not_understood'],
    ['35.68', 'point_not_understood'],
    ['کنار مسجد', 'point_not_understood'],
    ['35.68, 51.38, 12', 'point_not_understood'],
    ['35.68, abc 51.38', 'point_not_understood'],
    ['35.68 E, 51.38 N', 'point_not_understood'],
    ['35.68 N, 51.38 N', 'point_not_understood'],
    [`35°60'00"N 51°22'48"E`, 'point_not_understood'],
    ['https://maps.example/place', 'point_not_understood'],
    ['48.85, 2.35', 'coordinates_outside'],
    ['35.68, 35.68', 'coordinates_outside'],
    ['-35.68, 51.38', 'coordinates_outside'],
    ['35.68 S, 51.38 E', 'coordinates_outside'],
    ['0, 0', 'coordinates_outside'],
  ])('%s: %s', (typed, fault) => {
    expect(readPoint(typed)).toEqual({ fault });
  });

  test('is read as it was written, in either order and any digits', () => {
    fc.assert(
      fc.property(
        anyPoint,
        fc.constantFrom((text: string) => text, persianDigits),
        (point, script) => {
          expect(readPoint(script(pointText(point)))).toEqual({ point, isTurned: false });
          expect(readPoint(script(`${point.longitude} ${point.latitude}`))).toEqual({ point, isTurned: true });
          expect(readPoint(`geo:${point.latitude},${point.longitude}`)).toEqual({ point, isTurned: false });
        },
      ),
    );
  });

  test('whatever is taken lies in Iran', () => {
    const anyText = fc.string({ unit: fc.constantFrom(...`0123456789.,-°'" NESWو۵،`) });
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readPoint(text);
        if (!('point' in read)) return;
        expect(read.point.latitude >= 24 && read.point.latitude <= 40.5).toBe(true);
        expect(read.point.longitude >= 43 && read.point.longitude <= 64).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('distances', () => {
  test('Qom lies 126 km from the middle of Tehran', () => {
    expect(metresBetween(QOM, { latitude: 35.6892, longitude: 51.389 })).toBeCloseTo(125_600, -3);
    expect(metresBetween(QOM, QOM)).toBe(0);
  });

  test('a step of so many metres is that long, and the way back leads back', () => {
    const step = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(anyPoint, step, step, (point, east, north) => {
        const there = movedBy(point, east, north);
        expect(Math.abs(metresBetween(point, there) - Math.hypot(east, north))).toBeLessThan(12);
        expect(metresBetween(movedBy(there, -east, -north), point)).toBeLessThan(6);
      }),
    );
  });

  test('the plane and the ground are one and the same point', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (origin, point) => {
        const plane = planeAt(origin);
        expect(metresBetween(plane.toPoint(plane.toPlane(point)), point)).toBeLessThan(0.2);
      }),
    );
  });
});

const SQUARE = shapeOf(
  '{"type":"Polygon","coordinates":[[[50.87,34.64],[50.88,34.64],[50.88,34.65],[50.87,34.65],[50.87,34.64]],[[50.874,34.644],[50.876,34.644],[50.876,34.646],[50.874,34.646],[50.874,34.644]]]}',
);

describe('a boundary', () => {
  test('encloses what lies in it, but for its holes', () => {
    const at = (latitude: number, longitude: number): boolean => isWithin({ latitude, longitude }, SQUARE ?? []);
    expect([at(34.642, 50.872), at(34.645, 50.875), at(34.66, 50.875), at(34.645, 50.89)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('tells how far outside a point is', () => {
    const outside = (latitude: number, longitude: number): number =>
      Math.round(metresOutside({ latitude, longitude }, SQUARE ?? []));
    expect(outside(34.642, 50.872)).toBe(0);
    expect(outside(34.655, 50.875)).toBe(557);
    expect(outside(34.645, 50.875)).toBe(92);
  });

  test('of several pieces encloses each of them', () => {
    const two = shapeOf(
      '{"type":"MultiPolygon","coordinates":[[[[50,34],[51,34],[51,35],[50,34]]],[[[52,34],[53,34],[53,35],[52,34]]]]}',
    );
    expect(two).toHaveLength(2);
    expect(isWithin({ latitude: 34.2, longitude: 52.6 }, two ?? [])).toBe(true);
    expect(isWithin({ latitude: 34.2, longitude: 51.5 }, two ?? [])).toBe(false);
  });

  test('that is none is none', () => {
    for (const text of [null, undefined, '', 'x', '{}', '{"type":"Point","coordinates":[50,34]}', '{"type":"Polygon"}'])
      expect(shapeOf(text)).toBeUndefined();
  });
});
