import type { Statement } from '@mahalleh/gate';
import { deadlinesLetter } from './report-letters.ts';

/** The statement that tells a province that has just joined which deadlines hold, if the ministry has set any. */
export const tellDeadlines = (province: string, nowMs: number): Statement => ({
  sql:
    'insert into letters_to_provinces (province, number, kind, body_json, written_at_ms)' +
    ' select ?, coalesce((select max(l.number) from letters_to_provinces l where l.province = ?), 0) + 1, ?,' +
    " json_object('revision', d.revision, 'monthDays', d.month_days, 'quarterDays', d.quarter_days, 'setAtMs', d.set_at_ms), ?" +
    ' from report_deadlines d order by d.revision desc limit 1',
  args: [province, province, deadlinesLetter.kind, nowMs],
});
