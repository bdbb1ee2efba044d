import { refuse, type Refusal } from './failure.ts';
import { isProvinceSlug, type ProvinceSlug } from './province.ts';

/** South, north, west, east. */
type Sides = readonly [number, number, number, number];

/** The rectangle around each province. Unit: degrees, rounded outwards to a tenth. Source: OpenStreetMap contributors, boundaries of the provinces, October 2025. */
const BOUNDS: Readonly<Record<ProvinceSlug, Sides>> = {
  markazi: [33.3, 35.6, 48.9, 51.1],
  gilan: [36.5, 38.5, 48.5, 50.8],
  mazandaran: [35.7, 37.2, 50.3, 54.2],
  'east-azerbaijan': [36.7, 39.5, 45, 48.4],
  'west-azerbaijan': [35.9, 39.8, 44, 47.6],
  kermanshah: [33.6, 35.3, 45.4, 48.2],
  khuzestan: [29.6, 33, 47.6, 50.6],
  fars: [27, 31.7, 50.6, 55.8],
  kerman: [26.4, 32, 54.3, 59.8],
  'razavi-khorasan': [33.8, 37.8, 56.2, 61.3],
  isfahan: [30.7, 34.6, 49.6, 55.6],
  'sistan-baluchestan': [24.8, 31.5, 58.7, 63.4],
  kurdistan: [34.7, 36.5, 45.5, 48.3],
  hamadan: [34, 35.8, 47.7, 49.5],
  'chaharmahal-bakhtiari': [31.1, 32.9, 49.5, 51.5],
  lorestan: [32.6, 34.4, 46.8, 50.1],
  ilam: [32, 34.1, 45.6, 48.1],
  'kohgiluyeh-boyer-ahmad': [29.9, 31.5, 49.8, 51.9],
  bushehr: [26.9, 30.3, 49.5, 53],
  zanjan: [35.5, 37.3, 47.1, 49.5],
  semnan: [34.2, 37.4, 51.8, 57.1],
  yazd: [29.6, 33.4, 52.8, 56.7],
  hormozgan: [25.1, 28.8, 52.4, 59.3],
  tehran: [34.8, 36.2, 50.3, 53.2],
  ardabil: [37.1, 39.8, 47.2, 49],
  qom: [34.1, 35.3, 50, 52],
  qazvin: [35.3, 36.9, 48.7, 50.9],
  golestan: [36.5, 38.2, 53.6, 56.4],
  'north-khorasan': [36.5, 38.3, 55.8, 58.5],
  'south-khorasan': [30.5, 35.2, 55.4, 61],
  alborz: [35.5, 36.4, 50.1, 51.6],
};

/** The rectangle around a province. Unit: degrees. */
export const boundsOf = (slug: ProvinceSlug) => {
  const [south, north, west, east] = BOUNDS[slug];
  return { south, north, west, east };
};

/** What is wrong with a point that is said to lie in a province: the refusal names the coordinate. Undefined when it may lie there, or when there is none. */
export const whyNotInProvince = (
  slug: string,
  point: { readonly latitude?: number | null | undefined; readonly longitude?: number | null | undefined },
): Refusal | undefined => {
  if (!isProvinceSlug(slug)) return undefined;
  const { south, north, west, east } = boundsOf(slug);
  const { latitude, longitude } = point;
  if (typeof latitude === 'number' && (latitude < south || latitude > north))
    return refuse('point_outside_province', { field: 'latitude', detail: { from: south, to: north } });
  if (typeof longitude === 'number' && (longitude < west || longitude > east))
    return refuse('point_outside_province', { field: 'longitude', detail: { from: west, to: east } });
  return undefined;
};
