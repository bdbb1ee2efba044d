/** A point of a drawing: x, y. */
export type Point = [number, number];

const SIZES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, z: 0 };
const STEPS = 6;

/** The outlines of an SVG path, its curves as short lines. */
export const flatten = (d: string): Point[][] => {
  const rings: Point[][] = [];
  let ring: Point[] = [];
  let [x, y]: Point = [0, 0];
  let control: Point = [0, 0];
  const to = (nx: number, ny: number): void => {
    [x, y] = [nx, ny];
    ring.push([x, y]);
  };
  for (const [, letter = '', rest = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = letter.toLowerCase();
    const size = SIZES[kind];
    if (size === undefined) throw new Error(`path command ${letter}`);
    const isRelative = letter === kind;
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g)].map(([n]) => Number(n));
    for (let at = 0; at < Math.max(numbers.length, 1); at += Math.max(size, 1)) {
      const [ox, oy] = isRelative ? [x, y] : [0, 0];
      const n = (index: number): number => numbers[at + index] ?? 0;
      if (kind === 'm' && at === 0) {
        if (ring.length > 2) rings.push(ring);
        ring = [];
      }
      if (kind === 'm' || kind === 'l') to(ox + n(0), oy + n(1));
      if (kind === 'h') to(ox + n(0), y);
      if (kind === 'v') to(x, oy + n(0));
      if (kind === 'c' || kind === 's') {
        const shift = kind === 'c' ? 2 : 0;
        const start: Point = [x, y];
        const first: Point = kind === 'c' ? [ox + n(0), oy + n(1)] : [2 * x - control[0], 2 * y - control[1]];
        const second: Point = [ox + n(shift), oy + n(shift + 1)];
        const end: Point = [ox + n(shift + 2), oy + n(shift + 3)];
        for (let step = 1; step <= STEPS; step++) to(...bezier(start, first, second, end, step / STEPS));
        control = second;
      } else control = [x, y];
      if (kind === 'z') [x, y] = ring[0] ?? [x, y];
    }
  }
  return ring.length > 2 ? [...rings, ring] : rings;
};

const bezier = (a: Point, b: Point, c: Point, d: Point, t: number): Point => {
  const at = (i: 0 | 1): number =>
    (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t ** 2 * c[i] + t ** 3 * d[i];
  return [at(0), at(1)];
};

/** The outline without the points that lie within the tolerance of a straight line (Douglas and Peucker). */
export const simplify = (ring: readonly Point[], tolerance: number): Point[] => {
  const first = ring[0];
  const last = ring.at(-1);
  if (first === undefined || last === undefined || ring.length < 3) return [...ring];
  let [far, distance] = [0, -1];
  ring.forEach((point, index) => {
    const away = distanceTo(point, first, last);
    if (away > distance) [far, distance] = [index, away];
  });
  if (distance <= tolerance) return [first, last];
  return [...simplify(ring.slice(0, far + 1), tolerance).slice(0, -1), ...simplify(ring.slice(far), tolerance)];
};

const distanceTo = ([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = Math.hypot(bx - ax, by - ay);
  return length < 1e-6
    ? Math.hypot(px - ax, py - ay)
    : Math.abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length;
};

/** Whether a point lies inside an outline. */
export const inside = (ring: readonly Point[], [x, y]: Point): boolean => {
  let isIn = false;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
  });
  return isIn;
};

/** An SVG path of whole units, each point relative to the one before. */
export const toPath = (ring: readonly Point[]): string => {
  const points = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [start] = points;
  if (start === undefined) return '';
  let [x, y] = start;
  const steps = points.slice(1).flatMap(([nx, ny]) => {
    const [dx, dy] = [nx - x, ny - y];
    [x, y] = [nx, ny];
    return dx === 0 && dy === 0 ? [] : [`${dx}${dy < 0 ? '' : ' '}${dy}`];
  });
  return steps.length < 2 ? '' : `M${start.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
};
