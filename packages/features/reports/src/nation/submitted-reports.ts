import { provinces } from '@mahalleh/border/schema';
import { defineNationQuery, many } from '@mahalleh/gate';
import { civilDateOf, zInput } from '@mahalleh/kernel';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { dueOn, FIRST_DEADLINES } from '../deadlines.ts';
import { DeadlinesOutput, SubmittedRowOutput } from '../outputs.ts';
import { boundsOfPeriod, lastPeriods, type ReportPeriod } from '../periods.ts';
import { askDeadlines } from './asks.ts';
import { askSubmittedRows, rowsOut } from './submitted-rows.ts';

/** What the overview shows: the months and the quarters that ended last. */
const periodsShown = (nowMs: number): ReportPeriod[] => lastPeriods(nowMs, 6, 2);

/** The reports of all provinces over the last months: what has come, what was in time, and from how many counties. */
export const listSubmitted = defineNationQuery({
  name: 'reports.submitted',
  permission: 'report.read',
  input: zInput({}),
  output: z.object({
    today: z.string(),
    deadlines: DeadlinesOutput,
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
      rows: askSubmittedRows(db, periodsShown(nowMs)),
      deadlines: askDeadlines(db),
    };
  },
  shape: (got, _input, { nowMs }) => ({
    today: civilDateOf(nowMs),
    periods: periodsShown(nowMs).map((period) => ({
      period,
      endsMs: boundsOfPeriod(period).toMs,
      dueOn: dueOn(period, got.deadlines),
    })),
    deadlines: got.deadlines[0] ?? { ...FIRST_DEADLINES, revision: 0, setAtMs: null },
    provinces: got.provinces,
    rows: rowsOut(got.rows, got.deadlines),
  }),
});
