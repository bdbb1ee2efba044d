import type { Intake, SealedLetter } from '@mahalleh/border';
import { compile, type Statement } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { dueOnSql } from '../deadlines.ts';
import { answeredLetter, deadlinesLetter, decidedLetter, remindedLetter } from './report-letters.ts';

type Answered = z.infer<typeof answeredLetter.body>;
type Decided = z.infer<typeof decidedLetter.body>;
type Set = z.infer<typeof deadlinesLetter.body>;
type Reminded = z.infer<typeof remindedLetter.body>;

const INSERT =
  'insert or ignore into report_comments (id, period, version, side, kind, figure, county, author, body, at_ms)';

const applyAnswered = (_letter: SealedLetter, body: Answered): Statement[] => [
  {
    sql: `${INSERT} values (?, ?, ?, 'ministry', 'comment', ?, ?, ?, ?, ?)`,
    args: [body.id, body.period, body.version, body.figure, body.county, body.author, body.body, body.atMs],
  },
];

const applyDecided = (_letter: SealedLetter, body: Decided): Statement[] => [
  {
    sql: "update reports set status = ?, decided_at_ms = ?, revision = revision + 1 where period = ? and version = ? and status in ('submitted', 'accepted', 'returned')",
    args: [body.decision, body.atMs, body.period, body.version],
  },
  {
    sql:
      `${INSERT} select json_extract(value, '$.id'), ?, ?, 'ministry', ?, json_extract(value, '$.figure'), json_extract(value, '$.county'), ?,` +
      " json_extract(value, '$.body'), ? from json_each(?)",
    args: [
      body.period,
      body.version,
      body.decision === 'accepted' ? 'accept' : 'return',
      body.author,
      body.atMs,
      JSON.stringify(body.lines),
    ],
  },
];

/** What has not been submitted yet is due on the day that follows from the new days, if its period ended after they were set. */
const applyDeadlines = (_letter: SealedLetter, body: Set): Statement[] => [
  {
    sql: 'insert or ignore into report_deadlines (revision, month_days, quarter_days, set_at_ms) values (?, ?, ?, ?)',
    args: [body.revision, body.monthDays, body.quarterDays, body.setAtMs],
  },
  compile(sql`update reports set due_on = ${dueOnSql(sql`reports.period`)} where submitted_at_ms is null`),
];

const applyReminded = (_letter: SealedLetter, body: Reminded): Statement[] => [
  {
    sql: `${INSERT} values (?, ?, ?, 'ministry', 'remind', null, null, ?, ?, ?)`,
    args: [body.id, body.period, body.version, body.author, body.body, body.atMs],
  },
  {
    sql: "insert or ignore into report_calls (period, version, kind, called_at_ms) values (?, ?, 'reminded', ?)",
    args: [body.period, body.version, body.atMs],
  },
];

/** How a province takes in the ministry's letters about its reports. */
export const reportProvinceIntakes: readonly Intake[] = [
  { letter: answeredLetter, apply: applyAnswered as Intake['apply'] },
  { letter: decidedLetter, apply: applyDecided as Intake['apply'] },
  { letter: deadlinesLetter, apply: applyDeadlines as Intake['apply'] },
  { letter: remindedLetter, apply: applyReminded as Intake['apply'] },
];
