import { addDays, civilDateOf, msOf, type CivilDate } from '@mahalleh/kernel';

/** Days and instants told from today, so that a sample is alive whenever it is made. */
export type Calendar = {
  readonly nowMs: number;
  /** The day that is `n` days from today; negative is past. */
  readonly day: (n: number) => CivilDate;
  /** An instant on that day, never later than now. Unit: UTC milliseconds. */
  readonly at: (n: number) => number;
};

const NOON_MS = 10 * 3_600_000;

/** A calendar around this instant. */
export const calendarOf = (nowMs: number): Calendar => {
  const today = civilDateOf(nowMs);
  const day = (n: number): CivilDate => addDays(today, n);
  return { nowMs, day, at: (n) => Math.min(msOf(day(n)) + NOON_MS, nowMs) };
};
