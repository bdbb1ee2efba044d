import { niceStep } from './figure.ts';

/** One point of a line: where it lies in time (0: the first day shown, 1: the last), its value, and how it is said. Null is a gap. */
export type TimePoint = {
  readonly at: number;
  readonly value: number | null;
  readonly said: string;
  /** A gap because fewer than five people stand behind it. */
  readonly isHidden?: boolean;
};

/** A line over time. `main` is measured, `beside` is what it is held against, `old` had another meaning, `plan` is dotted. */
export type TimeLine = {
  readonly id: string;
  readonly label: string;
  readonly look: 'main' | 'beside' | 'old' | 'plan';
  readonly points: readonly TimePoint[];
};

/** The scale of values: round, with every value inside; from nought where nought is near. */
export const scaleOf = (
  values: readonly number[],
): { readonly least: number; readonly most: number; readonly steps: readonly number[] } => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { least: 0, most: 1, steps: [0, 1] };
  const from = low >= 0 && low <= high * 0.5 ? 0 : low;
  const step = niceStep(Math.max(high - from, Math.abs(high) * 0.02, 1e-9) / 4);
  const least = Math.floor(from / step + 1e-9) * step;
  const most = Math.max(least + step, Math.ceil(high / step - 1e-9) * step);
  const count = Math.round((most - least) / step);
  return {
    least,
    most,
    steps: Array.from({ length: count + 1 }, (_, i) => Number((least + i * step).toPrecision(12))),
  };
};

/** The unbroken stretches of a line: a gap ends one and begins another. */
export const stretchesOf = (points: readonly TimePoint[]): readonly (readonly TimePoint[])[] => {
  const stretches: TimePoint[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point.value === null) {
      isOpen = false;
      continue;
    }
    if (!isOpen) stretches.push([]);
    isOpen = true;
    stretches.at(-1)?.push(point);
  }
  return stretches;
};

/** A stretch as the path of an SVG. */
export const pathOf = (points: readonly TimePoint[], x: (at: number) => number, y: (value: number) => number): string =>
  points.map(({ at, value }, i) => `${i === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value ?? 0).toFixed(1)}`).join('');

/** Moves labels apart that would lie on one another, keeping their order. Unit: as the places. */
export const spread = (places: readonly number[], least: number): readonly number[] => {
  const order = places.map((place, i) => ({ place, i })).toSorted((a, b) => a.place - b.place);
  let before = Number.NEGATIVE_INFINITY;
  const moved = [...places];
  for (const { place, i } of order) {
    const at = Math.max(place, before + least);
    moved[i] = at;
    before = at;
  }
  return moved;
};
