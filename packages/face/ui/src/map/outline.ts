import type { Position, Shape } from '@mahalleh/kernel/place';
import type { ProvinceSlug } from '@mahalleh/kernel/province';
import iran from '../figures/iran.json' with { type: 'json' };

// The drawing's units are even in degrees. Source: least squares over the rectangles of the inland provinces; the rest is 6 km.
const WEST = -2541.76;
const NORTH = 2761.92;
const EAST_UNITS = 58.578;
const NORTH_UNITS = 68.755;

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/** The drawn outlines of a path: a start and steps from there. */
const ringsOf = (path: string): Position[][] =>
  path
    .split('M')
    .filter((part) => part !== '')
    .map((part) => {
      const [start = '', steps = ''] = part.replace('z', '').split('l');
      const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);
      let [x = 0, y = 0] = numbers(start);
      const moves = numbers(steps);
      const ring = [[x, y] as const];
      for (let at = 0; at + 1 < moves.length; at += 2) {
        [x, y] = [x + (moves[at] ?? 0), y + (moves[at + 1] ?? 0)];
        ring.push([x, y]);
      }
      return [...ring, ...ring.slice(0, 1)];
    });

/** The outline of a province as a sketch, right to about six kilometres: to see points against, never to decide by. */
export const outlineOf = (slug: ProvinceSlug): Shape =>
  ringsOf((iran.provinces as Readonly<Record<string, string>>)[slug] ?? '').map((ring) => [
    ring.map(([x, y]): Position => [rounded((x - WEST) / EAST_UNITS), rounded((NORTH - y) / NORTH_UNITS)]),
  ]);
