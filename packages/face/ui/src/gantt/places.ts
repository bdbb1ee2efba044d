import type { Day } from './scale.ts';

/** The days of a bar, both included. */
export type Place = { readonly start: Day; readonly due: Day };

/** Which part of a bar is held: all of it, or one of its ends. */
export type Grip = 'whole' | 'start' | 'due';

/** Where a bar is once what is held of it went some days later; an end does not go beyond the other one. */
export const placeAfter = ({ start, due }: Place, grip: Grip, days: number): Place => {
  if (grip === 'start') return { start: Math.min(start + days, due), due };
  if (grip === 'due') return { start, due: Math.max(due + days, start) };
  return { start: start + days, due: due + days };
};

/** How near its end a bar is held by that end. Unit: pixels. */
const EDGE = 9;
/** A bar shorter than this is always held as a whole. Unit: pixels. */
const SHORT = 30;

/** Which part of a bar lies under a place in it, both counted from where the bar begins. Unit: pixels. */
export const gripAt = (x: number, width: number): Grip => {
  if (width < SHORT) return 'whole';
  if (x <= EDGE) return 'start';
  return x >= width - EDGE ? 'due' : 'whole';
};

/** The rows that are drawn: those in sight and some around them. Shape: first and one past the last. */
export const rowsInSight = (
  top: number,
  height: number,
  rowHeight: number,
  count: number,
  around = 8,
): readonly [number, number] => {
  const first = Math.max(0, Math.floor(top / rowHeight) - around);
  return [first, Math.min(count, Math.ceil((top + height) / rowHeight) + around)];
};

/** The places of the rows that are drawn: those in sight, and a few that must stay whatever is in sight. */
export const indexesInSight = (
  [first, last]: readonly [number, number],
  kept: readonly (number | undefined)[],
): number[] => {
  const seen = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  const beyond = kept.filter((index) => index !== undefined).filter((index) => index < first || index >= last);
  return [...seen, ...new Set(beyond)];
};

/** A way from the end of one bar to the beginning of another, in logical pixels, and where its head points. */
export const arrowPath = (from: { x: number; y: number }, to: { x: number; y: number }, rowHeight: number): string => {
  const out = from.x + 7;
  if (to.x >= from.x + 14) return `M${from.x} ${from.y}H${out}V${to.y}H${to.x}`;
  const between = to.y > from.y ? to.y - rowHeight / 2 : to.y + rowHeight / 2;
  return `M${from.x} ${from.y}H${out}V${between}H${to.x - 9}V${to.y}H${to.x}`;
};
