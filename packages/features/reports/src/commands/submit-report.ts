import { postLetter } from '@mahalleh/border';
import { change, changeOf, defineCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, lt } from 'drizzle-orm';
import { askNotes, askReport, askTexts } from '../asks.ts';
import { submittedLetter } from '../letters/report-letters.ts';
import { ReportChanged, TurnReport } from '../model.ts';
import { reports } from '../schema.ts';
import type { Section } from '../statuses.ts';
import { changed, subjectOf, turnReport } from './turn.ts';

/** Submits a signed report to the ministry, by letter in the batch of its change. */
export const submitReport = defineCommand({
  name: 'report.submit',
  permission: 'report.submit',
  input: TurnReport,
  output: ReportChanged,
  load: (db, { period, version }) => ({
    report: askReport(db, period, version),
    texts: askTexts(db, period, version),
    notes: askNotes(db, period, version),
  }),
  decide: ({ report, texts, notes }, { period, version }, { nowMs }) => {
    const { signedAtMs, signatory, cellsDigest, digest, signature, keyId } = report;
    if (report.status !== 'signed' || !signedAtMs || !signatory || !cellsDigest || !digest || !signature || !keyId)
      return refuse('report_not_signed');
    return {
      letter: {
        period,
        version,
        cellsDigest,
        texts: texts.map(({ section, body }) => ({ section: section as Section, body })),
        notes,
        signatory: { name: signatory, title: report.signatoryTitle ?? '', onBehalfOf: report.onBehalfOf },
        signedAtMs,
        digest,
        signature,
        keyId,
        dueOn: report.dueOn,
        submittedAtMs: nowMs,
      },
    };
  },
  save: (db, { letter }, _state, input, { nowMs }) => [
    turnReport(db, input, { status: 'submitted', submittedAtMs: nowMs }),
    change(
      db
        .update(reports)
        .set({ status: 'superseded' })
        .where(and(eq(reports.period, input.period), lt(reports.version, input.version))),
    ),
    changeOf(postLetter(submittedLetter, letter, nowMs)),
  ],
  audit: (_decision, _state, input) => ({ subject: subjectOf(input), unitId: null, fields: ['status'] }),
  answer: (_decision, _state, input) => changed(input),
});
