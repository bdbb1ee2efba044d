import { expect, test } from 'vitest';
import { readBoundary } from '../src/boundary.ts';
import { AmendPassport } from '../src/model.ts';

const ring = [
  [50.8, 34.6],
  [50.9, 34.6],
  [50.9, 34.7],
  [50.8, 34.6],
];
const polygon = { type: 'Polygon', coordinates: [ring] };

test('a polygon is kept with six decimals, without what else the file carried', () => {
  const feature = {
    type: 'Feature',
    properties: { owner: 'x' },
    geometry: {
      type: 'Polygon',
      coordinates: [[...ring.slice(0, 3).map(([x, y]) => [(x ?? 0) + 1e-9, y]), [50.8 + 1e-9, 34.6]]],
    },
  };
  expect(readBoundary(JSON.stringify(feature))).toEqual({ shape: polygon });
});

test.each([
  ['not JSON', '{', 'boundary_malformed'],
  ['a point', { type: 'Point', coordinates: [50, 34] }, 'boundary_malformed'],
  ['a ring of three points', { type: 'Polygon', coordinates: [ring.slice(0, 3)] }, 'boundary_malformed'],
  ['no ring', { type: 'Polygon', coordinates: [] }, 'boundary_malformed'],
  [
    'text as a coordinate',
    { type: 'Polygon', coordinates: [[...ring.slice(0, 3), ['50.8', 34.6]]] },
    'boundary_malformed',
  ],
  ['an open ring', { type: 'Polygon', coordinates: [[...ring.slice(0, 3), [50.81, 34.6]]] }, 'boundary_open'],
  [
    'latitude and longitude changed over',
    { type: 'Polygon', coordinates: [ring.map(([x, y]) => [y, x])] },
    'coordinates_outside',
  ],
  [
    'too many points',
    { type: 'Polygon', coordinates: [Array.from({ length: 6000 }, () => [50.8, 34.6])] },
    'boundary_too_large',
  ],
])('%s is refused', (_name, given, fault) => {
  expect(readBoundary(given)).toEqual({ fault });
});

test('the passport names the field and the reason of a bad boundary, and has no field for households', () => {
  const base = { unitId: '0192f0a0-0000-7000-8000-000000000001', revision: 1 };
  const issue = (more: object) => AmendPassport.safeParse({ ...base, ...more }).error?.issues[0];
  expect(issue({ boundaryGeojson: 'x' })).toMatchObject({ path: ['boundaryGeojson'], message: 'boundary_malformed' });
  expect(issue({ households: 3 })).toMatchObject({ message: 'unknown_field' });
  expect(AmendPassport.parse({ ...base, population: '۱۲٬۴۰۰', boundaryGeojson: polygon }).population).toBe(12400);
});
