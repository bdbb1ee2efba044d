import {
  addPeriods,
  isPeriodKey,
  periodBounds,
  periodOf,
  periodParts,
  periodsBetween,
  type PeriodKey,
} from './period.ts';

/**
 * What figures are told over: a Jalali month, quarter or year.
 * Shape: `1405-08`, `1405-q3`, `1405`.
 */
export type SpanKey = PeriodKey | `${number}-q${1 | 2 | 3 | 4}` | `${number}`;

const QUARTER = /^(\d{4})-q([1-4])$/;
const YEAR = /^\d{4}$/;

/** Whether the text names a month, a quarter or a year. */
export const isSpanKey = (text: string): text is SpanKey => isPeriodKey(text) || QUARTER.test(text) || YEAR.test(text);

/** Which kind of span it is. */
export const spanKind = (span: SpanKey): 'month' | 'quarter' | 'year' =>
  isPeriodKey(span) ? 'month' : QUARTER.test(span) ? 'quarter' : 'year';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The one place where text is called a month: its parts were computed as numbers. */
const monthKey = (year: number, month: number): PeriodKey => `${pad(year, 4)}-${pad(month, 2)}` as PeriodKey;

/** The one place where text is called a span: its parts were computed as numbers. */
const spanKey = (text: string): SpanKey => text as SpanKey;

const firstMonth = (span: SpanKey): PeriodKey => {
  if (isPeriodKey(span)) return span;
  const quarter = QUARTER.exec(span);
  if (quarter) return monthKey(Number(quarter[1]), Number(quarter[2]) * 3 - 2);
  if (!YEAR.test(span)) throw new RangeError('not a span');
  return monthKey(Number(span), 1);
};

/** The span of a kind that holds a month. */
export const spanOf = (month: PeriodKey, kind: 'month' | 'quarter' | 'year'): SpanKey => {
  const { year, month: n } = periodParts(month);
  if (kind === 'month') return month;
  return spanKey(kind === 'year' ? pad(year, 4) : `${pad(year, 4)}-q${Math.ceil(n / 3)}`);
};

/** The months of a span, in order. */
export const monthsOfSpan = (span: SpanKey): PeriodKey[] => {
  const first = firstMonth(span);
  return periodsBetween(first, addPeriods(first, MONTHS[spanKind(span)] - 1));
};

/** The instants of a span: from `fromMs` up to, not including, `toMs`. */
export const spanBounds = (span: SpanKey): { readonly fromMs: number; readonly toMs: number } => {
  const first = firstMonth(span);
  return {
    fromMs: periodBounds(first).fromMs,
    toMs: periodBounds(addPeriods(first, MONTHS[spanKind(span)] - 1)).toMs,
  };
};

/** The span of the same kind `n` steps later, or earlier when negative. */
export const shiftSpan = (span: SpanKey, n: number): SpanKey => {
  const kind = spanKind(span);
  return spanOf(addPeriods(firstMonth(span), n * MONTHS[kind]), kind);
};

/** The same month, quarter or year one year before. */
export const yearBefore = (span: SpanKey): SpanKey => spanOf(addPeriods(firstMonth(span), -12), spanKind(span));

/** How many whole months of the span are over, and the one that runs, at an instant; all of them afterwards. */
export const monthsBegun = (span: SpanKey, nowMs: number): PeriodKey[] => {
  const now = periodOf(nowMs);
  return monthsOfSpan(span).filter((month) => month <= now);
};
