import { provinces } from '@mahalleh/border/schema';
import { defineNationQuery, many } from '@mahalleh/gate';
import { civilDateOf, zInput } from '@mahalleh/kernel';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { SubmittedRowOutput } from '../outputs.ts';
import { boundsOfPeriod, dueOn, endedPeriods, shiftPeriod, type ReportPeriod } from '../periods.ts';

/** How many months the overview shows. */
const MONTHS = 6;

/** The periods of the overview: the last months, and the last quarter. The newest first. */
const periodsShown = (nowMs: number): ReportPeriod[] => {
  const [month] = endedPeriods(nowMs);
  return month ? Array.from({ length: MONTHS }, (_, i) => shiftPeriod(month, -i)) : [];
};

type Row = Omit<z.infer<typeof SubmittedRowOutput>, 'dueOn'>;

/** The reports of all provinces over the last months: what has come, what was in time, and from how many counties. */
export const listSubmitted = defineNationQuery({
  name: 'reports.submitted',
  permission: 'report.read',
  input: zInput({}),
  output: z.object({
    today: z.string(),
    periods: z.array(z.object({ period: z.string(), endsMs: z.int(), dueOn: z.string() })),
    provinces: z.array(
      z.object({
        slug: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        sinceMs: z.int().describe('When it began to work here: nothing is owed for periods that ended before'),
      }),
    ),
    rows: z.array(SubmittedRowOutput),
  }),
  ask: (db, _input, { nowMs }) => {
    const shown = JSON.stringify(periodsShown(nowMs));
    return {
      provinces: many(
        db
          .select({
            slug: provinces.slug,
            nameFa: provinces.nameFa,
            nameEn: provinces.nameEn,
            sinceMs: provinces.provisionedAtMs,
          })
          .from(provinces)
          .where(eq(provinces.status, 'active'))
          .orderBy(provinces.code),
      ),
      rows: many(
        db.text<Row>(
          sql`select k.province, k.period, k.version, s.status, (select min(f.submitted_at_ms) from submitted_reports f where f.province = k.province and f.period = k.period) as "firstSubmittedAtMs", (select count(*) from counties c where c.province = k.province and c.ended_on is null) as counties, (select count(distinct f.county) from national_frozen_cells f where f.province = k.province and f.period = k.period and f.version = k.version and f.metric in ('problem.registered@1', 'problem.solved@2', 'contribution.rial@1')) as "countiesHeard" from national_closings k left join submitted_reports s on s.province = k.province and s.period = k.period and s.version = (select max(n.version) from submitted_reports n where n.province = k.province and n.period = k.period) where k.period in (select value from json_each(${shown})) and k.version = (select max(v.version) from national_closings v where v.province = k.province and v.period = k.period)`,
        ),
      ),
    };
  },
  shape: (got, _input, { nowMs }) => ({
    today: civilDateOf(nowMs),
    periods: periodsShown(nowMs).map((period) => ({
      period,
      endsMs: boundsOfPeriod(period).toMs,
      dueOn: dueOn(period),
    })),
    provinces: got.provinces,
    rows: got.rows.map((row) => ({ ...row, dueOn: dueOn(row.period as ReportPeriod) })),
  }),
});
