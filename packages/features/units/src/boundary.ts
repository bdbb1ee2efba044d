import * as z from 'zod';

const MOST_BYTES = 200_000;
const MOST_POINTS = 5_000;

const isPoint = (at: unknown): at is [number, number] =>
  Array.isArray(at) &&
  at.length >= 2 &&
  typeof at[0] === 'number' &&
  typeof at[1] === 'number' &&
  Number.isFinite(at[0]) &&
  Number.isFinite(at[1]);

const isInIran = ([longitude, latitude]: [number, number]): boolean =>
  longitude >= 43 && longitude <= 64 && latitude >= 24 && latitude <= 40.5;

type Ring = [number, number][];
type Shape = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
type Fault = 'boundary_malformed' | 'boundary_open' | 'boundary_too_large' | 'coordinates_outside';

const ringFault = (ring: unknown): Fault | undefined => {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPoint)) return 'boundary_malformed';
  const first = ring[0];
  const last = ring.at(-1);
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return 'boundary_open';
  return ring.every(isInIran) ? undefined : 'coordinates_outside';
};

const parsed = (given: unknown): unknown => {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
};

const geometryOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Feature' && 'geometry' in value
    ? value.geometry
    : value;

const polygonsOf = (value: unknown): unknown[][] | undefined => {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('coordinates' in value)) return undefined;
  const { type, coordinates } = value;
  if (!Array.isArray(coordinates)) return undefined;
  const polygons: unknown[] | undefined =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  const isFull = (polygon: unknown): polygon is unknown[] => Array.isArray(polygon) && polygon.length > 0;
  return polygons && polygons.length > 0 && polygons.every(isFull) ? polygons : undefined;
};

const rounded = (n: number): number => Math.round(n * 1e6) / 1e6;

/** The boundary that the GeoJSON describes, without anything else it carried, or what is wrong with it. */
export const readBoundary = (given: unknown): { shape: Shape } | { fault: Fault } => {
  if (typeof given === 'string' && given.length > MOST_BYTES) return { fault: 'boundary_too_large' };
  const polygons = polygonsOf(geometryOf(parsed(given)));
  if (!polygons) return { fault: 'boundary_malformed' };
  const rings = polygons.flat();
  const points = rings.reduce<number>((sum, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0);
  if (points > MOST_POINTS) return { fault: 'boundary_too_large' };
  for (const ring of rings) {
    const fault = ringFault(ring);
    if (fault) return { fault };
  }
  const clean = polygons.map((polygon) =>
    (polygon as Ring[]).map((ring) => ring.map(([x, y]): [number, number] => [rounded(x), rounded(y)])),
  );
  const only = clean.length === 1 ? clean[0] : undefined;
  return { shape: only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: clean } };
};

/** A boundary as GeoJSON, an object or its text: a (multi)polygon of closed rings in Iran. Shape: its text, six decimals. */
export const zBoundary = z
  .union([z.string(), z.looseObject({ type: z.string() })], { error: 'boundary_malformed' })
  .transform((given, issues) => {
    const read = readBoundary(given);
    if ('shape' in read) return JSON.stringify(read.shape);
    issues.addIssue({
      code: 'custom',
      message: read.fault,
      ...(read.fault === 'boundary_too_large' && { params: { points: MOST_POINTS } }),
    });
    return z.NEVER;
  });
