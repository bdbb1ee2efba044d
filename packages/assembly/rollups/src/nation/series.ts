import { addPeriods, periodOf, type PeriodKey } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { isCountedIn, type CellsPart } from '@mahalleh/metric';
import type { Headline } from './headlines.ts';

/** How time is told apart. */
export const STEPS = ['month', 'quarter', 'year'] as const;
/** One of them. */
export type Step = (typeof STEPS)[number];

/** A monthly sum: whose, which metric, which dimensions, which month, and over how many provinces it was frozen. */
export type MonthRow = {
  readonly reporter: string;
  readonly metric: string;
  readonly dims: string;
  readonly period: string;
  readonly value: number;
};

/** The months of a series: this one and so many before, the oldest first. */
export const monthsBack = (nowMs: number, count: number): PeriodKey[] =>
  Array.from({ length: count }, (_, i) => addPeriods(periodOf(nowMs), i - count + 1));

/** Flows by month for these reporters: the nation or provinces from their sums, counties from cells. `from`: what is read. */
export const flowMonths = (
  reporter: SQL,
  metrics: readonly string[],
  months: readonly string[],
  where: SQL,
  from: SQL,
): SQL =>
  sql`select ${reporter} as reporter, metric, dims, period, sum(value) as value from ${from} where metric in (select value from json_each(${JSON.stringify(metrics)})) and period in (select value from json_each(${JSON.stringify(months)})) and ${where} group by 1, 2, 3, 4`;

/** Stocks as they were frozen at the end of each month, in the newest version of each province that had come by this moment. */
export const stockMonths = (
  reporter: SQL,
  metrics: readonly string[],
  months: readonly string[],
  where: SQL,
  moment: number,
): SQL =>
  sql`select ${reporter} as reporter, f.metric, f.dims, f.period, sum(f.value) as value from (select k.province, k.period, max(k.version) as version from national_closings k where k.received_at_ms <= ${moment} and k.period in (select value from json_each(${JSON.stringify(months)})) group by 1, 2) v join national_frozen_cells f on f.province = v.province and f.period = v.period and f.version = v.version where f.metric in (select value from json_each(${JSON.stringify(metrics)})) and ${where} group by 1, 2, 3, 4`;

/** One point of a series: a share with its parts, or a number. Null: nothing is known of that time. */
export type Point = {
  readonly span: string;
  readonly value: number | null;
  readonly of: number | null;
  readonly over: number | null;
};

const spanOf = (month: string, step: Step): string => {
  const [year = '', number = '1'] = month.split('-');
  if (step === 'month') return month;
  return step === 'year' ? year : `${year}-q${Math.ceil(Number(number) / 3)}`;
};

/**
 * A figure over time. A flow is added up over the months of each span; a stock is that of the last month that is known in it.
 * `known`: the months of which something is known at all.
 */
export const pointsOf = (
  { span, of, over }: Pick<Headline, 'span' | 'of' | 'over'>,
  rows: readonly MonthRow[],
  months: readonly string[],
  known: ReadonlySet<string>,
  step: Step,
): Point[] => {
  const sum = (part: CellsPart, of: readonly string[]): number =>
    rows.reduce(
      (total, row) =>
        row.metric === part.metric && of.includes(row.period) && isCountedIn(part, row.dims)
          ? total + row.value
          : total,
      0,
    );
  const spans = [...Map.groupBy(months, (month) => spanOf(month, step))];
  return spans.map(([key, inside]): Point => {
    const told = inside.filter((month) => known.has(month));
    const last = told.at(-1);
    if (last === undefined) return { span: key, value: null, of: null, over: null };
    const counted = span === 'now' ? [last] : told;
    const top = sum(of, counted);
    if (!over) return { span: key, value: top, of: null, over: null };
    const bottom = sum(over, counted);
    return { span: key, value: bottom === 0 ? null : top / bottom, of: top, over: bottom };
  });
};

/** The span one step before, and the same span a year before, of a span's key. */
export const comparedWith = (key: string): { readonly before: string; readonly lastYear: string } => {
  const [year = '0', part] = key.split('-');
  const lastYear = part === undefined ? String(Number(year) - 1) : `${Number(year) - 1}-${part}`;
  if (part === undefined) return { before: lastYear, lastYear };
  if (!part.startsWith('q')) return { before: addPeriods(key as PeriodKey, -1), lastYear };
  const quarter = Number(part.slice(1));
  return { before: quarter === 1 ? `${Number(year) - 1}-q4` : `${year}-q${quarter - 1}`, lastYear };
};
