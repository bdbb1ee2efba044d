import { defineCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { askReport } from '../asks.ts';
import { ReportChanged, TurnReport } from '../model.ts';
import { changed, subjectOf, turnReport } from './turn.ts';

/** Takes a signature back before the report was submitted, so that it can be written again. */
export const unsignReport = defineCommand({
  name: 'report.unsign',
  permission: 'report.unsign',
  input: TurnReport,
  output: ReportChanged,
  load: (db, { period, version }) => ({ report: askReport(db, period, version) }),
  decide: ({ report }) => (report.status === 'signed' ? { status: 'draft' as const } : refuse('report_not_signed')),
  save: (db, { status }, _state, input) => [
    turnReport(db, input, {
      status,
      signedAtMs: null,
      signedBy: null,
      signatory: null,
      signatoryTitle: null,
      onBehalfOf: null,
      cellsDigest: null,
      digest: null,
      signature: null,
      keyId: null,
    }),
  ],
  audit: (_decision, _state, input) => ({ subject: subjectOf(input), unitId: null, fields: ['signature'] }),
  answer: (_decision, _state, input) => changed(input),
});
