import { parseNumber } from '@mahalleh/kernel/digits';
import {
  metresBetween,
  metresOutside,
  readPoint,
  type Point,
  type PointFault,
  type Shape,
} from '@mahalleh/kernel/place';

/** South, north, west, east of where a point may lie at all. Unit: degrees. */
export type Bounds = { readonly south: number; readonly north: number; readonly west: number; readonly east: number };
/** What a point is held against: the boundary of its neighbourhood or, without one, the neighbourhood's own point. */
export type PointGround = {
  readonly shape?: Shape | undefined;
  readonly middle?: Point | undefined;
  readonly bounds?: Bounds | undefined;
};
/** What is to be said of the two typed numbers. `swapped` carries the point as it is meant. */
export type PointVerdict =
  | { readonly is: 'none' | 'half' | 'inside' | 'placed' }
  | { readonly is: 'unread'; readonly fault: PointFault }
  | { readonly is: 'swapped'; readonly point: Point }
  | { readonly is: 'outside'; readonly metres: number }
  | { readonly is: 'elsewhere' };

/** Farther than this from the point of its neighbourhood a point is asked about. Unit: metres. */
const FAR_M = 3_000;

/** The point that two typed numbers make, in their right order; undefined when they make none. */
export const pointOf = (latitude: string, longitude: string): Point | undefined => {
  const [north, east] = [parseNumber(latitude), parseNumber(longitude)];
  return north === undefined || east === undefined || north < 24 || north > 40.5 || east < 43 || east > 64
    ? undefined
    : { latitude: north, longitude: east };
};

/** A whole point typed or pasted into one of the two fields; undefined when it is a single number. */
export const pastedPoint = (text: string) => {
  if (parseNumber(text) !== undefined) return undefined;
  const read = readPoint(text);
  return 'point' in read ? read : undefined;
};

const isWithinBounds = ({ latitude, longitude }: Point, { south, north, west, east }: Bounds): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

/** What two typed numbers come to on this ground. */
export const verdictOf = (latitude: string, longitude: string, ground: PointGround): PointVerdict => {
  const [first, second] = [latitude.trim(), longitude.trim()];
  if (first === '' && second === '') return { is: 'none' };
  const turned = pointOf(second, first);
  if (turned) return { is: 'swapped', point: turned };
  const whole = pastedPoint(first) ?? pastedPoint(second);
  if (whole?.isTurned) return { is: 'swapped', point: whole.point };
  const point = pointOf(first, second);
  if (!point) {
    if (first === '' || second === '') return { is: 'half' };
    const isRead = parseNumber(first) !== undefined && parseNumber(second) !== undefined;
    return { is: 'unread', fault: isRead ? 'coordinates_outside' : 'point_not_understood' };
  }
  if (ground.bounds && !isWithinBounds(point, ground.bounds)) return { is: 'elsewhere' };
  if (ground.shape) {
    const metres = metresOutside(point, ground.shape);
    return metres === 0 ? { is: 'inside' } : { is: 'outside', metres };
  }
  const metres = ground.middle ? metresBetween(point, ground.middle) : 0;
  return metres > FAR_M ? { is: 'outside', metres } : { is: 'placed' };
};
