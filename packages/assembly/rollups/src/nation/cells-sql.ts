import { civilDateOf, toJalali } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { cellsFrom, sumsFrom, type At } from './source.ts';

const yearOf = (nowMs: number): number => toJalali(civilDateOf(nowMs)).year;

/** The months of the Jalali year of an instant, as period keys. */
export const monthsOfYear = (nowMs: number): string[] => {
  const year = yearOf(nowMs);
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
};

/**
 * The sums by province of these metrics, stocks as they are and flows of one Jalali year. Its cost follows the number of
 * provinces: dimensions are told apart only for the metrics in `apart`.
 */
export const provinceSums = (metrics: readonly string[], apart: readonly string[], nowMs: number, at?: At): SQL =>
  sql`select province as reporter, metric, case when metric in (select value from json_each(${JSON.stringify(apart)})) then dims else '' end as dims, (span <> '') as flow, sum(value) as value from ${sumsFrom(at)} where metric in (select value from json_each(${JSON.stringify(metrics)})) and span in (select value from json_each(${JSON.stringify(['', String(yearOf(nowMs))])})) group by 1, 2, 3, 4`;

/** Sums the cells of these metrics, stocks as they are and flows over these periods, grouped by a reporter column. */
export const sumCells = (
  reporter: SQL,
  metrics: readonly string[],
  periods: readonly string[],
  where: SQL = sql`true`,
  at?: At,
): SQL =>
  sql`select ${reporter} as reporter, metric, dims, (period <> '') as flow, sum(value) as value from ${cellsFrom(at)} where metric in (select value from json_each(${JSON.stringify(metrics)})) and period in (select value from json_each(${JSON.stringify(['', ...periods])})) and ${where} group by 1, 2, 3, 4`;
