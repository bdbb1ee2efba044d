import { shapeOf } from '@mahalleh/kernel/place';
import { describe, expect, test } from 'vitest';
import { pastedPoint, pointOf, verdictOf } from '../../src/map/point-state.ts';

const shape = shapeOf(
  '{"type":"Polygon","coordinates":[[[50.87,34.64],[50.88,34.64],[50.88,34.65],[50.87,34.65],[50.87,34.64]]]}',
);
const bounds = { south: 34.1, north: 35.3, west: 50, east: 52 };

describe('a point in two fields', () => {
  test('is read in any digits, and only when both are there', () => {
    expect(pointOf('۳۴٫۶۴', '50.87')).toEqual({ latitude: 34.64, longitude: 50.87 });
    expect([pointOf('34.64', ''), pointOf('x', '50.87'), pointOf('50.87', '34.64')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('may be pasted whole into one of them', () => {
    expect(pastedPoint('34.64, 50.87')).toEqual({ point: { latitude: 34.64, longitude: 50.87 }, isTurned: false });
    expect(pastedPoint('34.64')).toBeUndefined();
    expect(pastedPoint('مسجد')).toBeUndefined();
  });

  test.each([
    ['', '', 'none'],
    ['34.645', '', 'half'],
    ['34.645', '50.875', 'inside'],
    ['۳۴٫۶۴۵', '۵۰٫۸۷۵', 'inside'],
    ['34.7', '50.875', 'outside'],
    ['35.69', '51.39', 'elsewhere'],
    ['50.875', '34.645', 'swapped'],
    ['50.875, 34.645', '', 'swapped'],
    ['abc', '50.875', 'unread'],
    ['48.85', '2.35', 'unread'],
  ])('%s | %s: %s', (latitude, longitude, is) => {
    expect(verdictOf(latitude, longitude, { shape, bounds }).is).toBe(is);
  });

  test('the other way round is told with the point that was meant', () => {
    expect(verdictOf('۵۰٫۸۷۵', '34.645', {})).toEqual({
      is: 'swapped',
      point: { latitude: 34.645, longitude: 50.875 },
    });
  });

  test('outside the boundary is told with how far; without a boundary only what is far from its neighbourhood', () => {
    expect(verdictOf('34.66', '50.875', { shape })).toMatchObject({ is: 'outside', metres: expect.closeTo(1113, 0) });
    const middle = { latitude: 34.645, longitude: 50.875 };
    expect(verdictOf('34.66', '50.875', { middle })).toEqual({ is: 'placed' });
    expect(verdictOf('34.70', '50.875', { middle }).is).toBe('outside');
    expect(verdictOf('34.70', '50.875', {})).toEqual({ is: 'placed' });
  });

  test('what is no number is told apart from what is not in Iran', () => {
    expect(verdictOf('abc', '50', {})).toEqual({ is: 'unread', fault: 'point_not_understood' });
    expect(verdictOf('48.85', '2.35', {})).toEqual({ is: 'unread', fault: 'coordinates_outside' });
  });
});
