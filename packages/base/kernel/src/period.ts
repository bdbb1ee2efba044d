import { civilDateOf, msOf, type CivilDate } from './civil-date.ts';
import { fromJalali, toJalali } from './jalali.ts';

/**
 * A Jalali month, the period in which figures are kept.
 * Shape: `1405-07`.
 */
export type PeriodKey = `${number}-${number}`;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

const PERIOD = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Whether the text names a Jalali month. */
export const isPeriodKey = (text: string): text is PeriodKey => PERIOD.test(text);

/** The one place where text is called a period: its parts were computed as numbers. */
const periodKey = (months: number): PeriodKey =>
  `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}` as PeriodKey;

const monthsOf = (key: PeriodKey): number => {
  const match = PERIOD.exec(key);
  if (match === null) throw new RangeError('not a period key');
  return Number(match[1]) * 12 + Number(match[2]) - 1;
};

/** The year and month of a period. */
export const periodParts = (key: PeriodKey): { readonly year: number; readonly month: number } => {
  const months = monthsOf(key);
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
};

/** The Jalali month of the instant, in Tehran. */
export const periodOf = (ms: number): PeriodKey => {
  const { year, month } = toJalali(civilDateOf(ms));
  return periodKey(year * 12 + month - 1);
};

/** The period `n` months later, or earlier when negative. */
export const addPeriods = (key: PeriodKey, n: number): PeriodKey => periodKey(monthsOf(key) + n);

const firstDay = (key: PeriodKey): CivilDate => {
  const date = fromJalali({ ...periodParts(key), day: 1 });
  if (date === undefined) throw new RangeError('not a period key');
  return date;
};

/** The instants of a period: from `fromMs` up to, not including, `toMs`. */
export const periodBounds = (key: PeriodKey): { readonly fromMs: number; readonly toMs: number } => ({
  fromMs: msOf(firstDay(key)),
  toMs: msOf(firstDay(addPeriods(key, 1))),
});

/** Every period from `a` to `b`, both included; none when `b` is before `a`. */
export const periodsBetween = (a: PeriodKey, b: PeriodKey): PeriodKey[] =>
  Array.from({ length: Math.max(0, monthsOf(b) - monthsOf(a) + 1) }, (_, step) => addPeriods(a, step));
