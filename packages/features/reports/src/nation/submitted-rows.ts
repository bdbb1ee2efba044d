import { many, type ReadDb } from '@mahalleh/gate';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { HEARD_METRICS } from '../coverage.ts';
import { dueOn, type SetDeadlines } from '../deadlines.ts';
import type { SubmittedRowOutput } from '../outputs.ts';
import type { ReportPeriod } from '../periods.ts';
import { isWaitedFor } from '../rules.ts';

type Out = z.infer<typeof SubmittedRowOutput>;
type Row = Omit<Out, 'dueOn' | 'isWaitedFor'>;

/** What has come of these periods, of one province or of all: the newest version of what is closed, and the newest that was submitted. */
export const askSubmittedRows = (db: ReadDb<'national'>, periods: readonly string[], province?: string) =>
  many(
    db.text<Row>(
      sql`select k.province, k.period, k.version, s.status, s.decided_at_ms as "decidedAtMs", (select min(f.submitted_at_ms) from submitted_reports f where f.province = k.province and f.period = k.period) as "firstSubmittedAtMs", (select count(*) from counties c where c.province = k.province and c.ended_on is null) as counties, (select count(distinct f.county) from national_frozen_cells f where f.province = k.province and f.period = k.period and f.version = k.version and f.metric in (select value from json_each(${JSON.stringify(HEARD_METRICS)}))) as "countiesHeard", (select max(r.on_date) from report_reminders r where r.province = k.province and r.period = k.period) as "remindedOn" from national_closings k left join submitted_reports s on s.province = k.province and s.period = k.period and s.version = (select max(n.version) from submitted_reports n where n.province = k.province and n.period = k.period) where k.period in (select value from json_each(${JSON.stringify(periods)})) and ${province === undefined ? sql`true` : sql`k.province = ${province}`} and k.version = (select max(v.version) from national_closings v where v.province = k.province and v.period = k.period)`,
    ),
  );

/** The same with the day on which each was due, and whether it is waited for. */
export const rowsOut = (rows: readonly Row[], deadlines: readonly SetDeadlines[]): Out[] =>
  rows.map((row) => ({
    ...row,
    dueOn: dueOn(row.period as ReportPeriod, deadlines),
    isWaitedFor: isWaitedFor(row.status),
  }));
