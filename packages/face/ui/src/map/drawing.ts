import { clusterRadius, clustersOf, spread, type Cluster, type Placed } from './clusters.ts';
import { placeLabels, type Box, type Label, type LabelWish } from './labels.ts';
import type { MapCircle, MapContent, MapMark } from './marks.ts';
import { isSeen, type Frame, type Pixel } from './view.ts';
import type { Point } from '@mahalleh/kernel/place';

/** An amount where it is drawn. Unit: pixels. */
export type DrawnCircle = Placed<MapCircle> & { readonly radius: number };
/** A cluster where it is drawn; its id is that of no mark. */
export type DrawnCluster = Cluster<MapMark> & { readonly id: string; readonly radius: number };
/** All that is seen of a map, in pixels. */
export type Drawing = {
  readonly circles: readonly DrawnCircle[];
  readonly landmarks: readonly Placed<MapMark>[];
  readonly marks: readonly Placed<MapMark>[];
  readonly clusters: readonly DrawnCluster[];
  /** From a spread mark to where it really lies. */
  readonly stalks: readonly (readonly [Pixel, Pixel])[];
  readonly labels: readonly Label[];
};

const REACH = 20;
const LEAST_RADIUS = 5;

/** How heavy the sign of a mark is. Unit: pixels. */
export const markRadius = ({ size = 3 }: MapMark): number => 3 + size * 0.9;

/** The radius of each amount, so that areas compare as amounts do. Unit: pixels. */
export const circleRadius = (amount: number, most: number, largest: number): number =>
  Math.max(LEAST_RADIUS, largest * Math.sqrt(Math.max(0, amount) / Math.max(1, most)));

const around = ([x, y]: Pixel, radius: number): Box => [x - radius, y - radius, x + radius, y + radius];

/** What a map shows at this moment. `isClosest`: nothing can be brought closer, so what lies together is laid apart. */
export const drawingOf = (
  content: MapContent,
  pixelOf: (point: Point) => Pixel,
  frame: Frame,
  isClosest: boolean,
): Drawing => {
  const { areas = [], landmarks = [], marks = [], circles = [] } = content;
  const place = <T extends { readonly point: Point }>(items: readonly T[], margin: number): Placed<T>[] =>
    items.map((item) => ({ item, at: pixelOf(item.point) })).filter(({ at }) => isSeen(frame, at, -margin));
  const most = Math.max(1, ...circles.map(({ amount }) => amount));
  const largest = Math.max(14, Math.min(34, frame.width / 18));
  const drawnCircles = place(circles, largest)
    .map((placed) => ({ ...placed, radius: circleRadius(placed.item.amount, most, largest) }))
    .toSorted((a, b) => b.radius - a.radius);
  const drawnLandmarks = place(landmarks, 10);
  const gathered = clustersOf(place(marks, 20), REACH);
  const many = gathered.filter(({ members }) => members.length > 1);
  const apart = isClosest ? many.map((cluster) => ({ cluster, laid: spread(cluster) })) : [];
  const clusters = (isClosest ? [] : many).map((cluster) => ({
    ...cluster,
    id: `+${cluster.members[0]?.item.id ?? ''}`,
    radius: clusterRadius(cluster.members.length),
  }));
  const singles = gathered.flatMap(({ members }) => (members.length === 1 ? members : []));
  const wishes: LabelWish[] = [
    ...drawnCircles.map(({ item, at, radius }) => ({ id: item.id, at, text: item.name, gap: radius + 5, size: 12 })),
    ...drawnLandmarks.map(({ item, at }) => ({ id: item.id, at, text: item.name, gap: 11, size: 12 })),
    ...areas.flatMap(({ id, name, shape, isMain }) => {
      const ring = shape[0]?.[0];
      if (!name || isMain || !ring) return [];
      const middle = (axis: 0 | 1): number => ring.reduce((sum, position) => sum + position[axis], 0) / ring.length;
      return [
        {
          id,
          at: pixelOf({ latitude: middle(1), longitude: middle(0) }),
          text: name,
          gap: 0,
          size: 12,
          isCentred: true,
        },
      ];
    }),
  ];
  const signs: Box[] = [
    ...drawnCircles.map(({ at, radius }) => around(at, radius)),
    ...drawnLandmarks.map(({ at }) => around(at, 8)),
    ...clusters.map(({ at, radius }) => around(at, radius)),
    ...singles.map(({ at, item }) => around(at, markRadius(item) + 1)),
  ];
  return {
    circles: drawnCircles,
    landmarks: drawnLandmarks,
    marks: [...singles, ...apart.flatMap(({ laid }) => laid)],
    clusters,
    stalks: apart.flatMap(({ cluster, laid }) => laid.map(({ at }) => [cluster.at, at] as const)),
    labels: placeLabels(wishes, signs, frame),
  };
};

/** A sign that can be selected, wherever it is drawn. Clusters have no name of their own. */
export type Stop = Placed<{
  readonly id: string;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly isLink: boolean;
}> & { readonly radius: number };

/** Every sign that can be selected, in the order in which they are drawn. */
export const stopsOf = ({ circles, landmarks, marks, clusters }: Drawing): Stop[] => [
  ...circles.map(({ item, at, radius }) => ({ item: { ...item, isLink: item.href !== undefined }, at, radius })),
  ...landmarks.map(({ item, at }) => ({ item: { ...item, isLink: item.href !== undefined }, at, radius: 8 })),
  ...marks.map(({ item, at }) => ({
    item: { ...item, isLink: item.href !== undefined },
    at,
    radius: markRadius(item),
  })),
  ...clusters.map(({ id, at, radius }) => ({ item: { id, name: '', isLink: true }, at, radius })),
];
