import type { Intake, SealedLetter } from '@mahalleh/border';
import type { Statement } from '@mahalleh/gate';
import type * as z from 'zod';
import { closedLetter } from './closed-letter.ts';
import { commentedLetter, submittedLetter } from './report-letters.ts';

type Closed = z.infer<typeof closedLetter.body>;
type Submitted = z.infer<typeof submittedLetter.body>;
type Commented = z.infer<typeof commentedLetter.body>;

/** A version that is known stays as it is; its cells come with it and never alone. */
const applyClosed = ({ province, epoch, number, sentAtMs }: SealedLetter, body: Closed): Statement[] => [
  {
    sql: 'insert or ignore into national_closings (province, period, version, closed_at_ms, reason, received_at_ms, epoch, letter_number) values (?, ?, ?, ?, ?, ?, ?, ?)',
    args: [province, body.period, body.version, body.closedAtMs, body.reason, sentAtMs, epoch, number],
  },
  {
    sql:
      'insert into national_frozen_cells (metric, period, province, version, county, dims, value, as_of_ms)' +
      " select json_extract(value, '$.metric'), ?, ?, ?, json_extract(value, '$.county'), json_extract(value, '$.dims'), json_extract(value, '$.value'), json_extract(value, '$.asOfMs') from json_each(?)" +
      ' where exists (select 1 from national_closings where province = ? and period = ? and version = ? and epoch = ? and letter_number = ?)',
    args: [
      ...[body.period, province, body.version, JSON.stringify(body.cells)],
      ...[province, body.period, body.version, epoch, number],
    ],
  },
];

const applySubmitted = (
  { province, epoch, number, sentAtMs, bodyJson }: SealedLetter,
  body: Submitted,
): Statement[] => [
  {
    sql: "update submitted_reports set status = 'superseded', revision = revision + 1 where province = ? and period = ? and version < ?",
    args: [province, body.period, body.version],
  },
  {
    sql:
      "insert into submitted_reports (province, period, version, status, body_json, submitted_at_ms, received_at_ms, epoch, letter_number) values (?, ?, ?, 'submitted', ?, ?, ?, ?, ?)" +
      " on conflict (province, period, version) do update set status = 'submitted', body_json = excluded.body_json, submitted_at_ms = excluded.submitted_at_ms, received_at_ms = excluded.received_at_ms, epoch = excluded.epoch, letter_number = excluded.letter_number, revision = submitted_reports.revision + 1 where submitted_reports.status = 'submitted'",
    args: [province, body.period, body.version, bodyJson, body.submittedAtMs, sentAtMs, epoch, number],
  },
];

const applyCommented = ({ province }: SealedLetter, body: Commented): Statement[] => [
  {
    sql: "insert or ignore into submitted_comments (id, province, period, version, side, kind, figure, county, author, body, at_ms) values (?, ?, ?, ?, 'province', 'comment', ?, ?, ?, ?, ?)",
    args: [body.id, province, body.period, body.version, body.figure, body.county, body.author, body.body, body.atMs],
  },
];

/** How the nation takes in the letters of period reports. */
export const reportIntakes: readonly Intake[] = [
  {
    letter: closedLetter,
    apply: applyClosed as Intake['apply'],
    rebuilds: ['national_closings', 'national_frozen_cells'],
  },
  { letter: submittedLetter, apply: applySubmitted as Intake['apply'] },
  { letter: commentedLetter, apply: applyCommented as Intake['apply'] },
];
