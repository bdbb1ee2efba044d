import { postToProvinces } from '@mahalleh/border';
import { change, changeOf, defineNationCommand, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { deadlinesLetter } from '../letters/report-letters.ts';
import { DeadlinesSet, SetReportDeadlines } from '../model.ts';
import { reportDeadlines } from '../schema.ts';

/** Sets how many days reports have after a period's end, for periods that end from now on, and tells every province. */
export const setReportDeadlines = defineNationCommand({
  name: 'deadline.set',
  permission: 'deadline.set',
  input: SetReportDeadlines,
  output: DeadlinesSet,
  load: (db) => ({
    last: one(db.text<{ revision: number }>(sql`select coalesce(max(revision), 0) as revision from report_deadlines`)),
  }),
  decide: ({ last }, { monthDays, quarterDays, revision }, { nowMs }) =>
    last.revision === revision
      ? { set: { revision: revision + 1, monthDays, quarterDays, setAtMs: nowMs } }
      : refuse('deadlines_changed'),
  save: (db, { set }, _state, _input, { nowMs }) => [
    change(db.insert(reportDeadlines).values(set)),
    changeOf(postToProvinces(deadlinesLetter, set, nowMs, 'all')),
  ],
  audit: () => ({ subject: 'report_deadlines', unitId: null, fields: ['monthDays', 'quarterDays'] }),
  answer: ({ set: { revision, monthDays, quarterDays } }) => ({ revision, monthDays, quarterDays }),
  conflicts: { 'report_deadlines.revision': 'deadlines_changed' },
});
