import type { Placed } from './clusters.ts';
import type { Pixel } from './view.ts';

const WAYS: Readonly<Record<string, Pixel>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Where an arrow key points, as it is seen; undefined for other keys. */
export const wayOf = (code: string): Pixel | undefined => WAYS[code];

/** The nearest thing that way: what is aside counts double, what is behind not at all. */
export const neighbourTowards = <T>(all: readonly Placed<T>[], from: Pixel, [wx, wy]: Pixel): Placed<T> | undefined => {
  const ranked = all.flatMap((one) => {
    const [dx, dy] = [one.at[0] - from[0], one.at[1] - from[1]];
    const [along, aside] = [dx * wx + dy * wy, Math.abs(dx * wy) + Math.abs(dy * wx)];
    return along > 0.5 ? [{ one, cost: along + 2 * aside }] : [];
  });
  return ranked.toSorted((a, b) => a.cost - b.cost)[0]?.one;
};
