import { many, one, type ReadDb } from '@mahalleh/gate';
import { and, desc, eq, sql } from 'drizzle-orm';
import { FORM_METRICS, FORM_METRICS_APART } from '../figures.ts';
import { shiftPeriod, type ReportPeriod } from '../periods.ts';
import type { PeriodRow } from '../asks.ts';
import { reportDeadlines, submittedReports } from '../schema.ts';

type Handle = ReadDb<'national'>;
const EARLIER = 6;

/** One version of a province's report as it came. Fails: not_found `report_unknown`. */
export const askSubmitted = (db: Handle, province: string, period: string, version: number) =>
  one(
    db
      .select()
      .from(submittedReports)
      .where(
        and(
          eq(submittedReports.province, province),
          eq(submittedReports.period, period),
          eq(submittedReports.version, version),
        ),
      ),
    'report_unknown',
  );

/** The figures of the form as the nation holds them frozen: this version, and the newest of the periods before. */
export const askNationalRows = (
  db: Handle,
  province: string,
  period: ReportPeriod,
  version: ReturnType<typeof sql>,
) => {
  const before = Array.from({ length: EARLIER }, (_, i) => shiftPeriod(period, -(i + 1)));
  return many(
    db.text<PeriodRow>(
      sql`select f.period, f.county, f.metric, case when f.metric in (select value from json_each(${JSON.stringify(FORM_METRICS_APART)})) then f.dims else '' end as dims, sum(f.value) as value, min(f.as_of_ms) as "asOfMs" from (select ${period} as period, ${version} as version union all select k.period, max(k.version) from national_closings k where k.province = ${province} and k.period in (select value from json_each(${JSON.stringify(before)})) group by k.period) v cross join national_frozen_cells f on f.province = ${province} and f.period = v.period and f.version = v.version where f.metric in (select value from json_each(${JSON.stringify(FORM_METRICS)})) group by 1, 2, 3, 4`,
    ),
  );
};

/** The deadlines that were ever set, the last ones first. */
export const askDeadlines = (db: Handle) =>
  many(db.select().from(reportDeadlines).orderBy(desc(reportDeadlines.revision)));

/** The counties of a province as the nation knows them. */
export const askNationalCounties = (db: Handle, province: string) =>
  many(
    db.text<{ code: string; nameFa: string; nameEn: string | null }>(
      sql`select code, name_fa as "nameFa", name_en as "nameEn" from counties where province = ${province} and ended_on is null order by code`,
    ),
  );

/** Who is writing. */
export const askAuthor = (db: Handle) =>
  one(
    db.text<{ name: string; jobTitle: string | null }>(
      sql`select full_name as name, job_title as "jobTitle" from people where id = (select person_id from me)`,
    ),
  );

/** Somebody with their office, as the other side reads it. */
export const inOffice = ({ name, jobTitle }: { readonly name: string; readonly jobTitle: string | null }): string =>
  jobTitle === null ? name : `${name}، ${jobTitle}`;
