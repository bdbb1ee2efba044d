import { change, defineCommand } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { askReport } from '../asks.ts';
import { ReportChanged, WriteReport } from '../model.ts';
import { writableRefusal } from '../rules.ts';
import { reportTexts } from '../schema.ts';
import { SECTIONS } from '../statuses.ts';
import { changed, subjectOf, turnReport } from './turn.ts';

/** Writes the texts of a report, all sections at once. */
export const writeReport = defineCommand({
  name: 'report.draft',
  permission: 'report.draft',
  input: WriteReport,
  output: ReportChanged,
  load: (db, { period, version }) => ({ report: askReport(db, period, version) }),
  decide: ({ report }, input) =>
    writableRefusal(report.status) ?? {
      texts: SECTIONS.flatMap((section) => {
        const body = input[section];
        return body === undefined ? [] : [{ section, body }];
      }),
    },
  save: (db, { texts }, _state, input) => [
    turnReport(db, input, {}),
    change(
      db.delete(reportTexts).where(and(eq(reportTexts.period, input.period), eq(reportTexts.version, input.version))),
    ),
    ...texts.map(({ section, body }) =>
      change(db.insert(reportTexts).values({ period: input.period, version: input.version, section, body })),
    ),
  ],
  audit: ({ texts }, _state, input) => ({
    subject: subjectOf(input),
    unitId: null,
    fields: texts.map(({ section }) => section),
  }),
  answer: (_decision, _state, input) => changed(input),
});
