import { change, defineCommand } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { askCounties, askReport } from '../asks.ts';
import { AnnotateReport, ReportChanged } from '../model.ts';
import { countyRefusal, writableRefusal } from '../rules.ts';
import { reportNotes } from '../schema.ts';
import { changed, subjectOf, turnReport } from './turn.ts';

/** Writes what the province says to one figure, or takes it away. */
export const annotateReport = defineCommand({
  name: 'report.annotate',
  permission: 'report.annotate',
  input: AnnotateReport,
  output: ReportChanged,
  load: (db, { period, version }) => ({ report: askReport(db, period, version), counties: askCounties(db) }),
  decide: ({ report, counties }, { county = '' }) =>
    writableRefusal(report.status) ?? countyRefusal(county, counties) ?? { county },
  save: (db, { county }, _state, { period, version, revision, figure, body }) => [
    turnReport(db, { period, version, revision }, {}),
    change(
      db
        .delete(reportNotes)
        .where(
          and(
            eq(reportNotes.period, period),
            eq(reportNotes.version, version),
            eq(reportNotes.figure, figure),
            eq(reportNotes.county, county),
          ),
        ),
    ),
    ...(body === undefined ? [] : [change(db.insert(reportNotes).values({ period, version, figure, county, body }))]),
  ],
  audit: (_decision, _state, input) => ({ subject: subjectOf(input), unitId: null, fields: ['note', input.figure] }),
  answer: (_decision, _state, input) => changed(input),
});
