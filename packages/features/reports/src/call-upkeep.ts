import type { Statement } from '@mahalleh/gate';
import { addDays, civilDateOf } from '@mahalleh/kernel';

/** How long before its last day a report begins to call. Unit: days. */
export const DUE_SOON_DAYS = 3;

const CALL = 'insert or ignore into report_calls (period, version, kind, called_at_ms)';

/** What the minute's round does for reports that wait: one that is soon due, due today, late, or returned calls once for each of these. */
export const callUpkeep = (nowMs: number): Statement[] => {
  const today = civilDateOf(nowMs);
  return [
    {
      sql:
        `${CALL} select r.period, r.version, case when r.due_on < ? then 'late' when r.due_on = ? then 'due_today' else 'due_soon' end, ? from reports r` +
        " where r.status in ('draft', 'signed') and r.due_on <= ?" +
        ' and not exists (select 1 from reports o where o.period = r.period and o.submitted_at_ms is not null)',
      args: [today, today, nowMs, addDays(today, DUE_SOON_DAYS)],
    },
    {
      sql: `${CALL} select r.period, r.version, 'returned', ? from reports r where r.status = 'returned'`,
      args: [nowMs],
    },
  ];
};
