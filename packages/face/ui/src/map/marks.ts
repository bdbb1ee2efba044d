import type { Point, Shape } from '@mahalleh/kernel/place';

/** The signs of a map; each has its own outline, so that none depends on its colour. */
export const MAP_SIGNS = ['dot', 'ring', 'square', 'diamond', 'triangle', 'hexagon', 'pin'] as const;
/** A sign of a map. */
export type MapSign = (typeof MAP_SIGNS)[number];
/** What a sign is inked with; `late` is status and needs a word beside it. */
export type MapTone = 'ink' | 'accent' | 'late';

/** A sign and what it means. */
export type MapKeyEntry = { readonly sign: MapSign; readonly tone?: MapTone | undefined; readonly label: string };

/** An area with a boundary. The main one is what the map is about. */
export type MapArea = {
  readonly id: string;
  readonly shape: Shape;
  readonly name?: string | undefined;
  readonly isMain?: boolean | undefined;
};

/** A point with a name. `detail` is said after the name; `size` 1 to 5 makes it heavier. */
export type MapMark = {
  readonly id: string;
  readonly point: Point;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
  readonly sign?: MapSign | undefined;
  readonly tone?: MapTone | undefined;
  readonly size?: number | undefined;
};

/** A place with an amount: a circle whose area is the amount, coloured by a class from 1 to 5; null: no figure. */
export type MapCircle = {
  readonly id: string;
  readonly point: Point;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
  readonly amount: number;
  readonly text: string;
  readonly step: 1 | 2 | 3 | 4 | 5 | null;
};

/** A circle of so many metres around a point: how exact a place is. */
export type MapRange = { readonly point: Point; readonly metres: number };

/** What lies on a map. */
export type MapContent = {
  readonly areas?: readonly MapArea[] | undefined;
  /** Places to find one's way by: named on the map, never gathered. */
  readonly landmarks?: readonly MapMark[] | undefined;
  /** What the map shows: gathered where it is dense. */
  readonly marks?: readonly MapMark[] | undefined;
  readonly circles?: readonly MapCircle[] | undefined;
  /** Points that the map shows although nothing lies there. */
  readonly reach?: readonly Point[] | undefined;
};

const SIDES: Readonly<Record<'square' | 'diamond' | 'triangle' | 'hexagon', readonly [number, number]>> = {
  square: [4, 45],
  diamond: [4, 0],
  triangle: [3, -90],
  hexagon: [6, -90],
};

/** The outline of a sign around a pixel, so large that all signs weigh the same. */
export const signPath = (sign: MapSign, x: number, y: number, radius: number): string => {
  const n = (value: number): string => value.toFixed(1);
  if (sign === 'pin') {
    const [w, top] = [radius * 0.95, y - radius * 2.4];
    return `M${n(x)} ${n(y)}C${n(x - w * 0.35)} ${n(y - radius * 0.9)} ${n(x - w)} ${n(y - radius)} ${n(x - w)} ${n(top + w)}A${n(w)} ${n(w)} 0 1 1 ${n(x + w)} ${n(top + w)}C${n(x + w)} ${n(y - radius)} ${n(x + w * 0.35)} ${n(y - radius * 0.9)} ${n(x)} ${n(y)}Z`;
  }
  if (sign === 'dot' || sign === 'ring') {
    const r = n(radius);
    return `M${n(x - radius)} ${n(y)}a${r} ${r} 0 1 0 ${n(radius * 2)} 0a${r} ${r} 0 1 0 ${n(-radius * 2)} 0Z`;
  }
  const [sides, turn] = SIDES[sign];
  const reach = radius * (sides === 3 ? 1.35 : 1.2);
  const corners = Array.from({ length: sides }, (_, at) => {
    const angle = ((turn + (360 / sides) * at) * Math.PI) / 180;
    return `${n(x + reach * Math.cos(angle))} ${n(y + reach * Math.sin(angle))}`;
  });
  return `M${corners.join('L')}Z`;
};
