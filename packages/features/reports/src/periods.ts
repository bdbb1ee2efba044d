import { addPeriods, isPeriodKey, periodBounds, periodOf, periodParts, type PeriodKey } from '@mahalleh/kernel';

/**
 * What is reported on: a Jalali month or a quarter of a Jalali year.
 * Shape: `1405-08`, `1405-q3`.
 */
export type ReportPeriod = PeriodKey | `${number}-q${1 | 2 | 3 | 4}`;

const QUARTER = /^(\d{4})-q([1-4])$/;

/** Whether the text names a month or a quarter. */
export const isReportPeriod = (text: string): text is ReportPeriod => isPeriodKey(text) || QUARTER.test(text);

const monthKey = (year: number, month: number): PeriodKey =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as PeriodKey;

/** The quarter that a month lies in. */
export const quarterOf = (month: PeriodKey): ReportPeriod => {
  const parts = periodParts(month);
  return `${parts.year}-q${Math.ceil(parts.month / 3)}` as ReportPeriod;
};

/** The months of a period, in order: one, or the three of a quarter. */
export const monthsOfPeriod = (period: ReportPeriod): PeriodKey[] => {
  if (isPeriodKey(period)) return [period];
  const [, year = '0', quarter = '1'] = QUARTER.exec(period) ?? [];
  return [1, 2, 3].map((n) => monthKey(Number(year), (Number(quarter) - 1) * 3 + n));
};

/** The instants of a period: from `fromMs` up to, not including, `toMs`. */
export const boundsOfPeriod = (period: ReportPeriod): { readonly fromMs: number; readonly toMs: number } => {
  const months = monthsOfPeriod(period);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('not a period');
  return { fromMs: periodBounds(first).fromMs, toMs: periodBounds(last).toMs };
};

/** The same kind of period so many steps later, or earlier when negative. */
export const shiftPeriod = (period: ReportPeriod, n: number): ReportPeriod => {
  if (isPeriodKey(period)) return addPeriods(period, n);
  const [first] = monthsOfPeriod(period);
  if (first === undefined) throw new RangeError('not a period');
  return quarterOf(addPeriods(first, 3 * n));
};

/** The periods that ended last: a month, and the quarter when it ended with it. */
export const endedPeriods = (nowMs: number): ReportPeriod[] => {
  const month = addPeriods(periodOf(nowMs), -1);
  return periodParts(month).month % 3 === 0 ? [month, quarterOf(month)] : [month];
};

/** The months that ended last, and the quarters: the newest first. */
export const lastPeriods = (nowMs: number, months: number, quarters: number): ReportPeriod[] => {
  const month = addPeriods(periodOf(nowMs), -1);
  const ended = quarterOf(addPeriods(month, -2));
  return [
    ...Array.from({ length: months }, (_, i) => shiftPeriod(month, -i)),
    ...Array.from({ length: quarters }, (_, i) => shiftPeriod(ended, -i)),
  ];
};
