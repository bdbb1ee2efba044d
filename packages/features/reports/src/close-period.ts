import type { Statement } from '@mahalleh/gate';
import { boundsOfPeriod, dueOn, endedPeriods, monthsOfPeriod, type ReportPeriod } from './periods.ts';

/**
 * The SQL that freezes a version from the cells as they are: stocks as they stand, flows added up over the months of the
 * period. Shape: rows `metric, county, dims, value`. Named values: months (a JSON list).
 */
export const standingCells = (months: string): string =>
  'select c.metric, u.official_code as county, c.dims, sum(c.value) as value from cells c join units u on u.id = c.county_id' +
  ` where u.official_code is not null and (c.period = '' or c.period in (select value from json_each(${months}))) group by 1, 2, 3 having sum(c.value) <> 0`;

/** The SQL that puts the letter of a frozen version on its way, from what was frozen in the same batch. Values: period, version. */
export const closedLetterSql =
  "insert into letters_out (kind, epoch, number, body_json, written_at_ms) select 'period.closed', b.epoch, coalesce((select max(l.number) from letters_out l where l.kind = 'period.closed' and l.epoch = b.epoch), 0) + 1," +
  " json_object('period', k.period, 'version', k.version, 'closedAtMs', k.closed_at_ms, 'reason', k.reason, 'cells', (select json_group_array(json_object('county', f.county, 'metric', f.metric, 'dims', f.dims, 'value', f.value, 'asOfMs', f.as_of_ms)) from frozen_cells f where f.period = k.period and f.version = k.version)), k.closed_at_ms" +
  ' from closings k join border_state b on b.id = 1 where k.period = :period and k.version = :version and k.closed_at_ms = :now_ms';

/** The first version of an epoch: a restored province never gives a number again that the nation may know with other figures. */
const FIRST = '((select epoch from border_state where id = 1) - 1) * 100 + 1';

/** Freezes one period, unless it is frozen already, ended before the province began, or something is still being recomputed. */
const closePeriod = (period: ReportPeriod, nowMs: number): Statement[] => {
  const { toMs } = boundsOfPeriod(period);
  const isNew = `exists (select 1 from closings where period = :period and closed_at_ms = :now_ms)`;
  return [
    {
      sql:
        `insert into closings (period, version, closed_at_ms) select :period, ${FIRST}, :now_ms` +
        ' where not exists (select 1 from closings where period = :period) and not exists (select 1 from dirty)' +
        " and (select cast(value as integer) from meta where key = 'provisioned_at_ms') < :to_ms",
      args: { period, now_ms: nowMs, to_ms: toMs },
    },
    {
      sql:
        'insert into frozen_cells (period, version, metric, county, dims, value, as_of_ms)' +
        ` select :period, ${FIRST}, s.metric, s.county, s.dims, s.value, :now_ms from (${standingCells(':months')}) s where ${isNew}`,
      args: { period, now_ms: nowMs, months: JSON.stringify(monthsOfPeriod(period)) },
    },
    {
      sql:
        `insert into reports (period, version, status, due_on, drafted_at_ms) select period, version, 'draft', :due_on, closed_at_ms` +
        ' from closings where period = :period and closed_at_ms = :now_ms',
      args: { period, now_ms: nowMs, due_on: dueOn(period) },
    },
    {
      sql: closedLetterSql.replace(':version', FIRST),
      args: { period, now_ms: nowMs },
    },
  ];
};

/** What the minute's round does for period reports: the figures of the month, and of the quarter, that ended are frozen, and their report is drafted. */
export const closeUpkeep = (nowMs: number): Statement[] =>
  endedPeriods(nowMs).flatMap((period) => closePeriod(period, nowMs));
