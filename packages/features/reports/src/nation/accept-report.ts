import { defineNationCommand } from '@mahalleh/gate';
import { AcceptReport, ReportChanged } from '../model.ts';
import { askAuthor, askSubmitted, inOffice } from './asks.ts';
import { decidedRefusal, saveDecision, type Decided } from './decide.ts';

/** Accepts a report. */
export const acceptReport = defineNationCommand({
  name: 'report.accept',
  permission: 'report.accept',
  input: AcceptReport,
  output: ReportChanged,
  load: (db, { province, period, version }) => ({
    report: askSubmitted(db, province, period, version),
    author: askAuthor(db),
  }),
  decide: ({ report, author }, { body }, { newId }) => {
    const lines = body === undefined ? [] : [{ id: newId(), figure: null, county: null, body }];
    const decided: Decided = { decision: 'accepted', lines, author: inOffice(author) };
    return decidedRefusal(report.status) ?? decided;
  },
  save: (db, decided, _state, input, { nowMs }) => saveDecision(db, decided, input, nowMs),
  audit: (_decision, _state, { province, period, version }) => ({
    subject: `report:${province}:${period}:${version}`,
    unitId: null,
    fields: ['status'],
  }),
  answer: (_decision, _state, { period, version, revision }) => ({ period, version, revision: revision + 1 }),
});
