import { planeAt, type Point, type Position } from '@mahalleh/kernel/place';
import type { MapContent } from './marks.ts';

/** What of the plane is seen. Unit: the centre in metres, the scale in pixels to the metre. */
export type View = { readonly x: number; readonly y: number; readonly scale: number };
/** The room a map has. Unit: pixels. */
export type Frame = { readonly width: number; readonly height: number };
/** A place on the screen. Unit: pixels from the left and from the top; a map never mirrors. */
export type Pixel = readonly [number, number];
/** West, south, east, north. Unit: metres. */
export type Extent = readonly [number, number, number, number];

const CLOSEST = 2;
const LEAST_SPAN_M = 300;

const pointsOf = ({ areas = [], landmarks = [], marks = [], circles = [], reach = [] }: MapContent): Point[] => [
  ...areas.flatMap(({ shape }) => shape.flat(2).map(([longitude, latitude]) => ({ latitude, longitude }))),
  ...[...landmarks, ...marks, ...circles].map(({ point }) => point),
  ...reach,
];

const mean = (values: readonly number[]): number =>
  (Math.min(...values, Infinity) + Math.max(...values, -Infinity)) / 2;

/** The plane on which everything that lies on a map is drawn, and how far it reaches; undefined when nothing lies on it. */
export const groundOf = (content: MapContent) => {
  const points = pointsOf(content);
  if (points.length === 0) return undefined;
  const origin = {
    latitude: mean(points.map(({ latitude }) => latitude)),
    longitude: mean(points.map(({ longitude }) => longitude)),
  };
  const plane = planeAt(origin);
  return { plane, extent: extentOf(points.map(plane.toPlane)) };
};

/** What encloses the positions, never narrower than a few streets. */
export const extentOf = (positions: readonly Position[]): Extent => {
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const wide = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const missing = Math.max(0, LEAST_SPAN_M - (high - low)) / 2;
    return [low - missing, high + missing];
  };
  const [[west, east], [south, north]] = [wide(xs), wide(ys)];
  return [west, south, east, north];
};

/** The view that shows an extent whole, with a margin. */
export const fitted = ([west, south, east, north]: Extent, { width, height }: Frame, margin = 40): View => ({
  x: (west + east) / 2,
  y: (south + north) / 2,
  scale: Math.min(
    Math.max(1, width - 2 * margin) / (east - west),
    Math.max(1, height - 2 * margin) / (north - south),
    CLOSEST,
  ),
});

/** Where a position of the plane is seen. */
export const pixelOf = (view: View, { width, height }: Frame, [x, y]: Position): Pixel => [
  width / 2 + (x - view.x) * view.scale,
  height / 2 - (y - view.y) * view.scale,
];

/** What position of the plane is seen at a pixel. */
export const positionAt = (view: View, { width, height }: Frame, [px, py]: Pixel): Position => [
  view.x + (px - width / 2) / view.scale,
  view.y - (py - height / 2) / view.scale,
];

/** The view brought closer (a factor above 1) or further away, what lies under the pixel staying where it is. */
export const zoomed = (view: View, frame: Frame, at: Pixel, factor: number, whole: View): View => {
  const scale = Math.min(CLOSEST, Math.max(whole.scale / 2, view.scale * factor));
  const [x, y] = positionAt(view, frame, at);
  const by = view.scale / scale;
  return { x: x + (view.x - x) * by, y: y + (view.y - y) * by, scale };
};

/** The view dragged by so many pixels to the right and down. */
export const dragged = (view: View, right: number, down: number): View => ({
  ...view,
  x: view.x - right / view.scale,
  y: view.y + down / view.scale,
});

/** Whether the closest view has been reached. */
export const isClosest = (view: View): boolean => view.scale >= CLOSEST;

/** Whether a pixel lies in the frame, so many pixels from its edge. */
export const isSeen = ({ width, height }: Frame, [x, y]: Pixel, margin = 0): boolean =>
  x >= margin && y >= margin && x <= width - margin && y <= height - margin;
