import { compile, type Statement } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { dueOnSql } from './deadlines.ts';
import { boundsOfPeriod, endedPeriods, monthsOfPeriod, type ReportPeriod } from './periods.ts';

/** The cells of a period as they are now: stocks as they stand, flows added up over its months. Shape: rows `metric, county, dims, value`. */
export const standingCells = (period: ReportPeriod): SQL =>
  sql`select c.metric, u.official_code as county, c.dims, sum(c.value) as value from cells c join units u on u.id = c.county_id where u.official_code is not null and (c.period = '' or c.period in (select value from json_each(${JSON.stringify(monthsOfPeriod(period))}))) group by 1, 2, 3 having sum(c.value) <> 0`;

/** Puts the letter of a version on its way, made of what was frozen in the same batch. `closing`: what comes after `from`, the closing named `k`. */
export const closedLetterOf = (closing: SQL): SQL =>
  sql`insert into letters_out (kind, epoch, number, body_json, written_at_ms) select 'period.closed', b.epoch, coalesce((select max(l.number) from letters_out l where l.kind = 'period.closed' and l.epoch = b.epoch), 0) + 1, json_object('period', k.period, 'version', k.version, 'closedAtMs', k.closed_at_ms, 'reason', k.reason, 'cells', (select json_group_array(json_object('county', f.county, 'metric', f.metric, 'dims', f.dims, 'value', f.value, 'asOfMs', f.as_of_ms)) from frozen_cells f where f.period = k.period and f.version = k.version)), k.closed_at_ms from border_state b join ${closing}`;

/** The first version of an epoch: a restored province never gives a number again that the nation may know with other figures. */
const FIRST = sql`((select epoch from border_state where id = 1) - 1) * 100 + 1`;

/** Freezes one period, unless it is frozen already, ended before the province began, or something is still being recomputed. */
const closePeriod = (period: ReportPeriod, nowMs: number): SQL[] => {
  // Closed in this very batch: its report, which comes last, is not there yet.
  const justClosed = sql`closings k where k.period = ${period} and k.closed_at_ms = ${nowMs} and not exists (select 1 from reports r where r.period = ${period})`;
  return [
    sql`insert into closings (period, version, closed_at_ms) select ${period}, ${FIRST}, ${nowMs} where not exists (select 1 from closings where period = ${period}) and not exists (select 1 from dirty) and (select cast(value as integer) from meta where key = 'provisioned_at_ms') < ${boundsOfPeriod(period).toMs}`,
    sql`insert into frozen_cells (period, version, metric, county, dims, value, as_of_ms) select ${period}, ${FIRST}, s.metric, s.county, s.dims, s.value, ${nowMs} from (${standingCells(period)}) s where exists (select 1 from ${justClosed})`,
    closedLetterOf(justClosed),
    sql`insert into reports (period, version, status, due_on, drafted_at_ms) select k.period, k.version, 'draft', ${dueOnSql(sql`k.period`)}, k.closed_at_ms from ${justClosed}`,
  ];
};

/** What the minute's round does for period reports: the figures of the month, and of the quarter, that ended are frozen, and their report is drafted. */
export const closeUpkeep = (nowMs: number): Statement[] =>
  endedPeriods(nowMs).flatMap((period) => closePeriod(period, nowMs).map(compile));
