import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import type * as z from 'zod';
import { answeredLetter, decidedLetter } from './report-letters.ts';

type Answered = z.infer<typeof answeredLetter.body>;
type Decided = z.infer<typeof decidedLetter.body>;

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

/** How a province takes in the ministry's letters about its reports. */
export const reportProvinceIntakes: readonly Intake[] = [
  { letter: answeredLetter, apply: applyAnswered as Intake['apply'] },
  { letter: decidedLetter, apply: applyDecided as Intake['apply'] },
];
