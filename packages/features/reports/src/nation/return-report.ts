import { defineNationCommand } from '@mahalleh/gate';
import { ReportChanged, ReturnReport } from '../model.ts';
import { countyRefusal } from '../rules.ts';
import { askAuthor, askNationalCounties, askSubmitted, inOffice } from './asks.ts';
import { decidedRefusal, saveDecision, type Decided } from './decide.ts';

/** Returns a report figure by figure, each with what is asked about it. */
export const returnReport = defineNationCommand({
  name: 'report.return',
  permission: 'report.return',
  input: ReturnReport,
  output: ReportChanged,
  load: (db, { province, period, version }) => ({
    report: askSubmitted(db, province, period, version),
    author: askAuthor(db),
    counties: askNationalCounties(db, province),
  }),
  decide: ({ report, author, counties }, { lines }, { newId }) => {
    const decided: Decided = {
      decision: 'returned',
      lines: lines.map(({ figure, county, body }) => ({ id: newId(), figure, county: county ?? null, body })),
      author: inOffice(author),
    };
    const stray = lines
      .map(({ county }, i) => countyRefusal(county, counties, `lines.${i}.county`))
      .find((refusal) => refusal !== undefined);
    return decidedRefusal(report.status) ?? stray ?? decided;
  },
  save: (db, decided, _state, input, { nowMs }) => saveDecision(db, decided, input, nowMs),
  audit: (_decision, _state, { province, period, version, lines }) => ({
    subject: `report:${province}:${period}:${version}`,
    unitId: null,
    fields: ['status', ...new Set(lines.map(({ figure }) => figure))],
  }),
  answer: (_decision, _state, { period, version, revision }) => ({ period, version, revision: revision + 1 }),
});
