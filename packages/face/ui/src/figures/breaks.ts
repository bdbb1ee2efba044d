import { boundsFor } from './figure.ts';

/** How values are parted into five classes: classes of equal, round width; of as many values each; or where the values themselves leave gaps. */
export const BREAKS = ['equal', 'quantile', 'natural'] as const;
/** One of them. */
export type Breaks = (typeof BREAKS)[number];

const CLASSES = 5;

/** A distinct value and how often it occurs, rising. */
type Counted = { readonly value: number; readonly count: number };

const countedOf = (values: readonly number[]): Counted[] =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, same]) => ({ value, count: same.length }))
    .toSorted((a, b) => a.value - b.value);

const at = (counted: readonly Counted[], index: number): Counted => counted[index] ?? { value: 0, count: 0 };

const quantiles = (counted: readonly Counted[], size: number): number[] => {
  const bounds: number[] = [];
  let place = 0;
  let below = 0;
  for (let wanted = 1; wanted < CLASSES; wanted++) {
    const last = counted.length - CLASSES + wanted;
    do {
      below += at(counted, place).count;
      place += 1;
    } while (below < (wanted * size) / CLASSES && place < last);
    bounds.push(at(counted, place).value);
  }
  return bounds;
};

/** The parting with the least spread within classes, found exactly (Fisher, Jenks). */
const naturals = (counted: readonly Counted[]): number[] => {
  const size = counted.length;
  /** The spread of the values from one place up to, not with, another. */
  const spreads = (from: number, to: number): number => {
    let [sum, squares, count] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const one = at(counted, i);
      sum += one.value * one.count;
      squares += one.value ** 2 * one.count;
      count += one.count;
    }
    return count === 0 ? 0 : Math.max(0, squares - sum ** 2 / count);
  };
  /** The best parting of the first so many values, and the places where its classes begin. */
  type Parting = { readonly cost: number; readonly begins: readonly number[] };
  let best: readonly Parting[] = Array.from({ length: size + 1 }, (_, to) => ({ cost: spreads(0, to), begins: [] }));
  for (let classes = 2; classes <= CLASSES; classes++) {
    const before = best;
    best = before.map((_, to) => {
      let least: Parting = { cost: Number.POSITIVE_INFINITY, begins: [] };
      for (let from = classes - 1; from < to; from++) {
        const head = before[from];
        const cost = (head?.cost ?? 0) + spreads(from, to);
        if (head && cost < least.cost) least = { cost, begins: [...head.begins, from] };
      }
      return least;
    });
  }
  return (best[size]?.begins ?? []).map((place) => at(counted, place).value);
};

/** Four rising bounds between five classes, found by a named method. With fewer than five different values, classes of equal width. */
export const breaksFor = (method: Breaks, values: readonly number[]): number[] => {
  const counted = countedOf(values);
  if (method === 'equal' || counted.length < CLASSES) return boundsFor(values);
  return method === 'quantile' ? quantiles(counted, values.length) : naturals(counted);
};
