import { postToProvinces } from '@mahalleh/border';
import { change, changeOf, guarded, type Change, type WriteDb } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { decidedLetter } from '../letters/report-letters.ts';
import type { ReportPeriod } from '../periods.ts';
import { submittedComments, submittedReports } from '../schema.ts';
import type { SubmittedStatus } from '../statuses.ts';

/** One line with which a report is accepted or returned. */
export type Line = {
  readonly id: string;
  readonly figure: string | null;
  readonly county: string | null;
  readonly body: string;
};

/** A decision of the ministry on a report. */
export type Decided = {
  readonly decision: 'accepted' | 'returned';
  readonly lines: readonly Line[];
  readonly author: string;
};

type At = {
  readonly province: string;
  readonly period: ReportPeriod;
  readonly version: number;
  readonly revision: number;
};

/** Whether a report may still be decided on. */
export const decidedRefusal = (status: SubmittedStatus): Refusal | undefined =>
  status === 'submitted' ? undefined : refuse(status === 'superseded' ? 'report_superseded' : 'report_decided');

/** Writes a decision: the report, its lines in the thread, and the letter to the province. */
export const saveDecision = (
  db: WriteDb<'national'>,
  { decision, lines, author }: Decided,
  { province, period, version, revision }: At,
  nowMs: number,
): Change[] => [
  guarded(
    db
      .update(submittedReports)
      .set({ status: decision, decidedAtMs: nowMs, decidedBy: author, revision: revision + 1 })
      .where(
        and(
          eq(submittedReports.province, province),
          eq(submittedReports.period, period),
          eq(submittedReports.version, version),
          eq(submittedReports.revision, revision),
        ),
      ),
  ),
  ...lines.map((line) =>
    change(
      db.insert(submittedComments).values({
        ...line,
        province,
        period,
        version,
        side: 'ministry',
        kind: decision === 'accepted' ? 'accept' : 'return',
        author,
        atMs: nowMs,
      }),
    ),
  ),
  changeOf(
    postToProvinces(decidedLetter, { period, version, decision, lines: [...lines], author, atMs: nowMs }, nowMs, [
      province,
    ]),
  ),
];
