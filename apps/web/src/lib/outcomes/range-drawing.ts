import type { ToldEffect } from './model';

/** The width of the drawing, and where its scale begins and ends. */
export const WIDTH = 400;
const EDGE = 34;

/** Where everything of an effect lies on one scale that holds nought, the range and the promise. Unit: of the drawing. */
export const rangeDrawing = ({ effect, low, high }: ToldEffect, promised: number) => {
  const least = Math.min(0, low, promised);
  const most = Math.max(0, high, promised);
  const at = (value: number): number =>
    Math.round((EDGE + ((value - least) / (most - least || 1)) * (WIDTH - 2 * EDGE)) * 10) / 10;
  return { zero: at(0), low: at(low), high: at(high), effect: at(effect), promised: at(promised) };
};

/** Moves labels apart that would lie on each other, as little as needed, in their order. Unit: of the drawing. */
export const apart = (places: readonly number[], gap: number): readonly number[] => {
  const order = places.map((place, i) => ({ place, i })).toSorted((a, b) => a.place - b.place);
  const moved = order.map(({ place }) => place);
  for (let i = 1; i < moved.length; i++) {
    const before = moved[i - 1] ?? 0;
    if ((moved[i] ?? 0) - before < gap) moved[i] = before + gap;
  }
  const over = Math.max(0, (moved.at(-1) ?? 0) - (WIDTH - EDGE / 2));
  const result = [...places];
  for (const [n, { i }] of order.entries()) result[i] = (moved[n] ?? 0) - over;
  return result;
};
