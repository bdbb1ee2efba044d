import { civilDateOf, toJalali } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';

/** The months of the Jalali year of an instant, as period keys. */
export const monthsOfYear = (nowMs: number): string[] => {
  const { year } = toJalali(civilDateOf(nowMs));
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
};

/** Sums the cells of these metrics, stocks as they are and flows over these periods, grouped by a reporter column. */
export const sumCells = (
  reporter: SQL,
  metrics: readonly string[],
  periods: readonly string[],
  where: SQL = sql`true`,
): SQL =>
  sql`select ${reporter} as reporter, metric, dims, (period <> '') as flow, sum(value) as value from national_cells where metric in (select value from json_each(${JSON.stringify(metrics)})) and period in (select value from json_each(${JSON.stringify(['', ...periods])})) and ${where} group by 1, 2, 3, 4`;
