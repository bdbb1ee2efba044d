/** A point on the ground. Unit: degrees north and east. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** A position on a plane laid on the ground. Unit: metres east, metres north. */
export type Position = readonly [number, number];

/** The pieces of an area; each is an outline and the holes in it. Unit: degrees east, degrees north, as in GeoJSON. */
export type Shape = readonly (readonly (readonly Position[])[])[];

const DEGREE_M = 111_320;
const EARTH_M = 6_371_008;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** How far one point is from another, over the ground. Unit: metres. */
export const metresBetween = (a: Point, b: Point): number => {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const share = north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(share)));
};

/** A plane that touches the ground somewhere: points become positions on it, and positions points. */
export type Plane = {
  readonly toPlane: (point: Point) => Position;
  readonly toPoint: (position: Position) => Point;
};

/** A plane that touches the ground at a point: as true as a tape measure over a town, and within a hundredth over a province. */
export const planeAt = (origin: Point): Plane => {
  const eastM = DEGREE_M * Math.cos(radians(origin.latitude));
  return {
    toPlane: ({ latitude, longitude }: Point): Position => [
      (longitude - origin.longitude) * eastM,
      (latitude - origin.latitude) * DEGREE_M,
    ],
    toPoint: ([x, y]: Position): Point => ({
      latitude: rounded(origin.latitude + y / DEGREE_M),
      longitude: rounded(origin.longitude + x / eastM),
    }),
  };
};

/** The point so many metres to the east and to the north. */
export const movedBy = (point: Point, eastM: number, northM: number): Point => planeAt(point).toPoint([eastM, northM]);

const isPosition = (at: unknown): at is Position =>
  Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number';
const isShape = (pieces: unknown): pieces is Shape =>
  Array.isArray(pieces) &&
  pieces.every((piece) => Array.isArray(piece) && piece.every((ring) => Array.isArray(ring) && ring.every(isPosition)));

/** The area that a stored boundary (the text of a GeoJSON polygon or multipolygon) encloses; undefined without one. */
export const shapeOf = (boundary: string | null | undefined): Shape | undefined => {
  if (!boundary) return undefined;
  try {
    const { type, coordinates } = JSON.parse(boundary) as { type?: unknown; coordinates?: unknown };
    const pieces: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
    return isShape(pieces) && pieces.length > 0 ? pieces : undefined;
  } catch {
    return undefined;
  }
};

const edgesOf = (shape: Shape): (readonly [Position, Position])[] =>
  shape.flat().flatMap((ring) => ring.slice(1).map((end, at) => [ring[at] ?? end, end] as const));

/** Whether a point lies in an area; one in a hole does not. */
export const isWithin = ({ latitude: y, longitude: x }: Point, shape: Shape): boolean =>
  edgesOf(shape).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax)
    .length %
    2 ===
  1;

const fromOrigin = ([ax, ay]: Position, [bx, by]: Position): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy);
};

/** How far outside an area a point lies; 0 inside. Unit: metres. */
export const metresOutside = (point: Point, shape: Shape): number => {
  if (isWithin(point, shape)) return 0;
  const { toPlane } = planeAt(point);
  const at = ([longitude, latitude]: Position): Position => toPlane({ latitude, longitude });
  return Math.min(...edgesOf(shape).map(([a, b]) => fromOrigin(at(a), at(b))));
};
