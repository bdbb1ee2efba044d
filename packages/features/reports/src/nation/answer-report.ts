import { postToProvinces } from '@mahalleh/border';
import { change, changeOf, defineNationCommand } from '@mahalleh/gate';
import { answeredLetter } from '../letters/report-letters.ts';
import { AnswerReport, ReportChanged } from '../model.ts';
import { submittedComments } from '../schema.ts';
import { countyRefusal } from '../rules.ts';
import { askAuthor, askNationalCounties, askSubmitted, inOffice } from './asks.ts';

/** Writes a line in the thread of a report; the province has it with the next letter. */
export const answerReport = defineNationCommand({
  name: 'report.answer',
  permission: 'report.answer',
  input: AnswerReport,
  output: ReportChanged,
  load: (db, { province, period, version }) => ({
    report: askSubmitted(db, province, period, version),
    author: askAuthor(db),
    counties: askNationalCounties(db, province),
  }),
  decide: ({ author, counties }, { period, version, figure, county, body }, { newId, nowMs }) =>
    countyRefusal(county, counties) ?? {
      line: {
        id: newId(),
        period,
        version,
        figure: figure ?? null,
        county: county ?? null,
        author: inOffice(author),
        body,
        atMs: nowMs,
      },
    },
  save: (db, { line }, _state, { province }, { nowMs }) => [
    change(db.insert(submittedComments).values({ ...line, province, side: 'ministry', kind: 'comment' })),
    changeOf(postToProvinces(answeredLetter, line, nowMs, [province])),
  ],
  audit: (_decision, _state, { province, period, version }) => ({
    subject: `report:${province}:${period}:${version}`,
    unitId: null,
    fields: ['comment'],
  }),
  answer: (_decision, { report }, { period, version }) => ({ period, version, revision: report.revision }),
});
