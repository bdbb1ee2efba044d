import { addPeriods, monthsBegun, monthsOfSpan, periodOf, shiftSpan, spanOf, yearBefore } from '@mahalleh/kernel';
import type { PeriodKey, SpanKey } from '@mahalleh/kernel';

/** A time that a figure is told of: its name, and the months that count. A name of null: as it stands. */
export type ToldSpan = { readonly span: SpanKey | null; readonly months: readonly PeriodKey[] };

/** The time that is asked for, the one before it, and the same a year earlier. */
export type ToldSpans = { readonly asked: ToldSpan; readonly before: ToldSpan; readonly lastYear: ToldSpan };

/**
 * The times of a page. A flow is told of this Jalali year unless another span is asked for; while a span runs it is held against
 * as many months of the others. A stock is told as it stands, against the ends of the last month and of the same month a year
 * ago; or at the end of the span that is asked for, against the ends of the others.
 */
export const toldSpans = (nature: 'stock' | 'flow', period: SpanKey | undefined, nowMs: number): ToldSpans => {
  const now = periodOf(nowMs);
  const isNow = nature === 'stock' && (period === undefined || monthsOfSpan(period).includes(now));
  const span = period ?? spanOf(now, nature === 'stock' ? 'month' : 'year');
  const months = monthsBegun(span, nowMs);
  const other = (key: SpanKey): ToldSpan => ({
    span: key,
    months: nature === 'stock' ? monthsOfSpan(key) : monthsOfSpan(key).slice(0, Math.max(1, months.length)),
  });
  return {
    asked: isNow ? { span: period ?? null, months: [] } : { span, months },
    before: other(shiftSpan(span, -1)),
    lastYear: other(yearBefore(span)),
  };
};

/** The months whose trend is told: so many up to this one, the oldest first. */
export const trendMonths = (nature: 'stock' | 'flow', nowMs: number): PeriodKey[] => {
  const [now, count] = [periodOf(nowMs), nature === 'stock' ? 12 : 24];
  // A stock of this month is not frozen yet.
  const last = nature === 'stock' ? addPeriods(now, -1) : now;
  return Array.from({ length: count }, (_, i) => addPeriods(last, i - count + 1));
};
