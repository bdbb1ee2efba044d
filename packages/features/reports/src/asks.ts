import { many, one, type ReadDb } from '@mahalleh/gate';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { FORM_METRICS, FORM_METRICS_APART, type FrozenRow } from './figures.ts';
import { shiftPeriod, type ReportPeriod } from './periods.ts';
import { frozenCells, reportNotes, reports, reportTexts } from './schema.ts';

/** How many earlier periods a report is checked against. */
const EARLIER = 6;

type Handle = ReadDb<'province'>;

/** Whether who delegated the signature is still the governor, for a delegation named `d`. */
export const byGovernor = sql`exists (select 1 from role_grants g where g.person_id = d.from_person_id and g.role = 'governor' and g.revoked_at_ms is null)`;

/** The one version of a report. Fails: not_found `report_unknown`. */
export const askReport = (db: Handle, period: string, version: number) =>
  one(
    db
      .select()
      .from(reports)
      .where(and(eq(reports.period, period), eq(reports.version, version))),
    'report_unknown',
  );

/** A frozen sum with its period, for the figures of the form. */
export type PeriodRow = FrozenRow & { readonly period: string; readonly asOfMs: number };

/** The figures of the form, frozen in this version and in the newest versions of the periods before. */
export const askFormRows = (db: Handle, period: ReportPeriod, version: number | SQL) => {
  const before = Array.from({ length: EARLIER }, (_, i) => shiftPeriod(period, -(i + 1)));
  return many(
    db.text<PeriodRow>(
      sql`select f.period, f.county, f.metric, case when f.metric in (select value from json_each(${JSON.stringify(FORM_METRICS_APART)})) then f.dims else '' end as dims, sum(f.value) as value, min(f.as_of_ms) as "asOfMs" from (select ${period} as period, ${version} as version union all select k.period, max(k.version) from closings k where k.period in (select value from json_each(${JSON.stringify(before)})) group by k.period) v cross join frozen_cells f on f.period = v.period and f.version = v.version where f.metric in (select value from json_each(${JSON.stringify(FORM_METRICS)})) group by 1, 2, 3, 4`,
    ),
  );
};

/** The rows of a version, and those of the periods before it, the last one first. */
export const splitRows = (
  rows: readonly PeriodRow[],
  period: ReportPeriod,
): { readonly now: readonly PeriodRow[]; readonly earlier: readonly (readonly PeriodRow[])[] } => {
  const of = new Map<string, PeriodRow[]>();
  for (const row of rows) {
    const group = of.get(row.period);
    if (group) group.push(row);
    else of.set(row.period, [row]);
  }
  const earlier: (readonly PeriodRow[])[] = [];
  for (let i = 1; i <= EARLIER; i++) {
    const group = of.get(shiftPeriod(period, -i));
    if (group === undefined) break;
    earlier.push(group);
  }
  return { now: of.get(period) ?? [], earlier };
};

/** The counties of the province, by their official codes. */
export const askCounties = (db: Handle) =>
  many(
    db.text<{ code: string; nameFa: string; nameEn: string | null }>(
      sql`select official_code as code, name_fa as "nameFa", name_en as "nameEn" from units where kind = 'county' and ended_on is null and official_code is not null order by official_code`,
    ),
  );

/** All frozen cells of a version, for its digest. */
export const askCells = (db: Handle, period: string, version: number) =>
  many(
    db
      .select({
        metric: frozenCells.metric,
        county: frozenCells.county,
        dims: frozenCells.dims,
        value: frozenCells.value,
        asOfMs: frozenCells.asOfMs,
      })
      .from(frozenCells)
      .where(and(eq(frozenCells.period, period), eq(frozenCells.version, version))),
  );

/** The texts of a version. */
export const askTexts = (db: Handle, period: string, version: number) =>
  many(
    db
      .select({ section: reportTexts.section, body: reportTexts.body })
      .from(reportTexts)
      .where(and(eq(reportTexts.period, period), eq(reportTexts.version, version))),
  );

/** The notes of a version. */
export const askNotes = (db: Handle, period: string, version: number) =>
  many(
    db
      .select({ figure: reportNotes.figure, county: reportNotes.county, body: reportNotes.body })
      .from(reportNotes)
      .where(and(eq(reportNotes.period, period), eq(reportNotes.version, version))),
  );
