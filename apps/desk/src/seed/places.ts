import { boundsOf, movedBy, type Point, type ProvinceSlug } from '@mahalleh/kernel';
import { Draw } from './draw.ts';

/** About where the seats of counties lie in which the sample has neighbourhoods. Unit: degrees. Source: OpenStreetMap contributors. */
export const COUNTY_SEATS: Readonly<Record<string, Point>> = {
  قزوین: { latitude: 36.2688, longitude: 50.0041 },
  تاکستان: { latitude: 36.0721, longitude: 49.6958 },
  آبیک: { latitude: 36.04, longitude: 50.531 },
  البرز: { latitude: 36.1905, longitude: 50.064 },
  'بویین زهرا': { latitude: 35.7668, longitude: 50.0578 },
  آوج: { latitude: 35.5793, longitude: 49.2212 },
};

const CORNERS = 14;
const radiusOf = (areaM2: number): number => Math.sqrt(areaM2 / Math.PI);

/** A place beside another: the further ones in the order around it lie further out. */
export const besides = (middle: Point, n: number, apartM = 1_300): Point => {
  const angle = n * 2.4;
  const away = apartM * Math.sqrt(n);
  return movedBy(middle, away * Math.cos(angle), away * Math.sin(angle));
};

/** An invented boundary around a point that encloses about such an area. Shape: the text of a GeoJSON polygon. */
export const boundaryAround = (point: Point, areaM2: number, name: string): string => {
  const draw = new Draw(name);
  const radius = radiusOf(areaM2);
  const stretch = 0.82 + draw.fraction() * 0.36;
  const corners = Array.from({ length: CORNERS }, (_, n) => {
    const angle = ((n + (draw.fraction() - 0.5) * 0.7) / CORNERS) * 2 * Math.PI;
    const away = radius * (0.86 + draw.fraction() * 0.3);
    const { latitude, longitude } = movedBy(
      point,
      away * stretch * Math.cos(angle),
      (away / stretch) * Math.sin(angle),
    );
    return [longitude, latitude];
  });
  return JSON.stringify({ type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] });
};

/** An invented place within such a boundary. Unit: degrees, five decimals. */
export const placeWithin = (point: Point, areaM2: number, draw: Draw): Point => {
  const angle = draw.fraction() * 2 * Math.PI;
  const away = radiusOf(areaM2) * 0.72 * Math.sqrt(draw.fraction());
  const { latitude, longitude } = movedBy(point, away * Math.cos(angle), away * Math.sin(angle));
  return { latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) };
};

/** An invented place for the neighbourhood `n` of a bulk, by the city it is in: cities around the middle of the province, neighbourhoods around cities. */
export const bulkPlace = (slug: ProvinceSlug, city: number, n: number): Point => {
  const { south, north, west, east } = boundsOf(slug);
  const turn = city * 2.4;
  const away = 0.3 * (1 - 1 / (1 + 0.3 * city));
  const middle = {
    latitude: (south + north) / 2 + away * (north - south) * Math.sin(turn),
    longitude: (west + east) / 2 + away * (east - west) * Math.cos(turn),
  };
  return besides(middle, n, 450);
};
