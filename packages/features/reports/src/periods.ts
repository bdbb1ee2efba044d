import {
  addPeriods,
  civilDateOf,
  isPeriodKey,
  periodBounds,
  periodOf,
  periodParts,
  type PeriodKey,
} from '@mahalleh/kernel';

/**
 * What is reported on: a Jalali month or a quarter of a Jalali year.
 * Shape: `1405-08`, `1405-q3`.
 */
export type ReportPeriod = PeriodKey | `${number}-q${1 | 2 | 3 | 4}`;

const QUARTER = /^(\d{4})-q([1-4])$/;
const DAY_MS = 86_400_000;

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

/** How many days after its end a report is due. Unit: days. */
export const DUE_DAYS = { month: 10, quarter: 15 } as const;

/** The last day on which the report of a period is in time. Shape: civil date. */
export const dueOn = (period: ReportPeriod): string =>
  civilDateOf(boundsOfPeriod(period).toMs + (DUE_DAYS[isPeriodKey(period) ? 'month' : 'quarter'] - 1) * DAY_MS);

/** The periods that ended last: a month, and the quarter when it ended with it. */
export const endedPeriods = (nowMs: number): ReportPeriod[] => {
  const month = addPeriods(periodOf(nowMs), -1);
  return periodParts(month).month % 3 === 0 ? [month, quarterOf(month)] : [month];
};
