import { postLetter } from '@mahalleh/border';
import { change, changeOf, defineCommand, one } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { askCounties, askReport } from '../asks.ts';
import { commentedLetter } from '../letters/report-letters.ts';
import { CommentReport, ReportChanged } from '../model.ts';
import { countyRefusal } from '../rules.ts';
import { reportComments } from '../schema.ts';
import { subjectOf } from './turn.ts';

/** Writes a line in the thread of a report that the ministry has. */
export const commentReport = defineCommand({
  name: 'report.comment',
  permission: 'report.comment',
  input: CommentReport,
  output: ReportChanged,
  load: (db, { period, version }) => ({
    report: askReport(db, period, version),
    counties: askCounties(db),
    author: one(
      db.text<{ name: string }>(sql`select full_name as name from people where id = (select person_id from me)`),
    ),
  }),
  decide: ({ report, counties, author }, { period, version, figure, county, body }, { newId, nowMs }) =>
    report.submittedAtMs === null
      ? refuse('report_not_submitted')
      : (countyRefusal(county, counties) ?? {
          line: {
            id: newId(),
            period,
            version,
            figure: figure ?? null,
            county: county ?? null,
            author: author.name,
            body,
            atMs: nowMs,
          },
        }),
  save: (db, { line }, _state, _input, { nowMs }) => [
    change(db.insert(reportComments).values({ ...line, side: 'province', kind: 'comment' })),
    changeOf(postLetter(commentedLetter, line, nowMs)),
  ],
  audit: (_decision, _state, input) => ({ subject: subjectOf(input), unitId: null, fields: ['comment'] }),
  answer: (_decision, { report }, { period, version }) => ({ period, version, revision: report.revision }),
});
