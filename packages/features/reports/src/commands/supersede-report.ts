import { change, defineCommand, one } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import { askReport } from '../asks.ts';
import { closedLetterOf, standingCells } from '../close-period.ts';
import { metricsOf } from '../figures.ts';
import { ReportChanged, SupersedeReport } from '../model.ts';
import { supersedeRefusal } from '../rules.ts';
import { closings, reports } from '../schema.ts';
import { subjectOf, turnReport } from './turn.ts';

/** Freezes a new version of a period, with a reason: the figures named are counted again from the records as they are now, all others stay. */
export const supersedeReport = defineCommand({
  name: 'report.supersede',
  permission: 'report.supersede',
  input: SupersedeReport,
  output: ReportChanged,
  load: (db, { period, version }) => ({
    report: askReport(db, period, version),
    newest: one(
      db.text<{ version: number }>(sql`select max(version) as version from closings where period = ${period}`),
    ),
  }),
  decide: ({ report, newest }, { version, figures }) =>
    supersedeRefusal(report.status, newest.version === version) ?? {
      next: version + 1,
      metrics: JSON.stringify(metricsOf(figures)),
    },
  save: (db, { next, metrics }, { report }, { period, version, revision, reason }, { nowMs }) => [
    turnReport(db, { period, version, revision }, {}),
    change(db.insert(closings).values({ period, version: next, closedAtMs: nowMs, reason })),
    change(
      db.text(
        sql`insert into frozen_cells (period, version, metric, county, dims, value, as_of_ms) select period, ${next}, metric, county, dims, value, as_of_ms from frozen_cells where period = ${period} and version = ${version} and metric not in (select value from json_each(${metrics}))`,
      ),
    ),
    change(
      db.text(
        sql`insert into frozen_cells (period, version, metric, county, dims, value, as_of_ms) select ${period}, ${next}, s.metric, s.county, s.dims, s.value, ${nowMs} from (${standingCells(period)}) s where s.metric in (select value from json_each(${metrics}))`,
      ),
    ),
    change(
      db.insert(reports).values({ period, version: next, status: 'draft', dueOn: report.dueOn, draftedAtMs: nowMs }),
    ),
    change(
      db.text(
        sql`insert into report_texts (period, version, section, body) select period, ${next}, section, body from report_texts where period = ${period} and version = ${version}`,
      ),
    ),
    change(
      db.text(
        sql`insert into report_notes (period, version, figure, county, body) select period, ${next}, figure, county, body from report_notes where period = ${period} and version = ${version}`,
      ),
    ),
    change(db.text(closedLetterOf(sql`closings k where k.period = ${period} and k.version = ${next}`))),
  ],
  audit: ({ next }, _state, { period, figures }) => ({
    subject: subjectOf({ period, version: next }),
    unitId: null,
    fields: ['version', ...figures],
  }),
  answer: ({ next }, _state, { period }) => ({ period, version: next, revision: 1 }),
  conflicts: { 'closings.period': 'report_superseded' },
});
