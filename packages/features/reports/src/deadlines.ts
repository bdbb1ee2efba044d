import { civilDateOf, isPeriodKey } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import { boundsOfPeriod, type ReportPeriod } from './periods.ts';

const DAY_MS = 86_400_000;

/** How many days after its end the report of a month, and of a quarter, is due. Unit: days. */
export type Deadlines = { readonly monthDays: number; readonly quarterDays: number };

/** What holds until the ministry sets something else. Unit: days. */
export const FIRST_DEADLINES: Deadlines = { monthDays: 10, quarterDays: 15 };

/** The longest that the ministry gives. Unit: days. */
export const LONGEST_DEADLINE = 90;

/** Deadlines with the instant at which they were set: they hold for periods that end after it. */
export type SetDeadlines = Deadlines & { readonly revision: number; readonly setAtMs: number };

/** The deadlines that hold for a period: those set last before it ended. */
export const deadlinesFor = (period: ReportPeriod, all: readonly SetDeadlines[]): Deadlines => {
  const { toMs } = boundsOfPeriod(period);
  return all.filter(({ setAtMs }) => setAtMs < toMs).toSorted((a, b) => b.revision - a.revision)[0] ?? FIRST_DEADLINES;
};

/** The last day on which the report of a period is in time. Shape: civil date. */
export const dueOn = (period: ReportPeriod, all: readonly SetDeadlines[] = []): string => {
  const { monthDays, quarterDays } = deadlinesFor(period, all);
  const days = isPeriodKey(period) ? monthDays : quarterDays;
  return civilDateOf(boundsOfPeriod(period).toMs + (days - 1) * DAY_MS);
};

/** The same day as `dueOn`, for a period that stands in a column, by the deadlines that the database knows. */
export const dueOnSql = (period: SQL): SQL =>
  sql`(select date(p.last_on, '+' || coalesce((select iif(${period} like '%-q_', d.quarter_days, d.month_days) from report_deadlines d where d.set_at_ms < p.to_ms order by d.revision desc limit 1), iif(${period} like '%-q_', ${FIRST_DEADLINES.quarterDays}, ${FIRST_DEADLINES.monthDays})) || ' days') from periods p where p.key = iif(${period} like '%-q_', substr(${period}, 1, 5) || printf('%02d', 3 * substr(${period}, 7, 1)), ${period}))`;
