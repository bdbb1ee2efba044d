import { defineNationQuery, many } from '@mahalleh/gate';
import { civilDateOf, PROVINCES, zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { coveredPeriods, coverageOf, HEARD_METRICS, type Heard } from '../coverage.ts';
import { CoverageOutput, SubmittedRowOutput } from '../outputs.ts';
import { lastPeriods } from '../periods.ts';
import { askDeadlines, askNationalCounties } from './asks.ts';
import { askSubmittedRows, rowsOut } from './submitted-rows.ts';

/** How a province reports: its reports of the last months and quarters, and which counties recorded anything in them. */
export const readReporting = defineNationQuery({
  name: 'report.reporting',
  permission: 'report.read',
  input: zInput({ province: z.enum(PROVINCES.map(({ slug }) => slug)) }),
  output: z.object({ today: z.string(), rows: z.array(SubmittedRowOutput), coverage: CoverageOutput }),
  ask: (db, { province }, { nowMs }) => ({
    rows: askSubmittedRows(db, lastPeriods(nowMs, 12, 4), province),
    deadlines: askDeadlines(db),
    counties: askNationalCounties(db, province),
    heard: many(
      db.text<Heard>(
        sql`select distinct k.period, f.county from (select period, max(version) as version from national_closings where province = ${province} and period in (select value from json_each(${JSON.stringify(coveredPeriods(nowMs))})) group by period) k left join national_frozen_cells f on f.province = ${province} and f.period = k.period and f.version = k.version and f.metric in (select value from json_each(${JSON.stringify(HEARD_METRICS)}))`,
      ),
    ),
  }),
  shape: ({ rows, deadlines, counties, heard }, _input, { nowMs }) => ({
    today: civilDateOf(nowMs),
    rows: rowsOut(rows, deadlines),
    coverage: coverageOf(heard, counties),
  }),
});
