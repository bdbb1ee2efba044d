import { defineQuery, many } from '@mahalleh/gate';
import { zInput } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { askCounties } from '../asks.ts';
import { coveredPeriods, coverageOf, HEARD_METRICS, type Heard } from '../coverage.ts';
import { CoverageOutput } from '../outputs.ts';

/** Which counties recorded anything in the last months, and since when the others are silent: what the ministry sees too. */
export const readCoverage = defineQuery({
  name: 'report.coverage',
  permission: 'report.read',
  input: zInput({}),
  output: CoverageOutput,
  ask: (db, _input, { nowMs }) => ({
    counties: askCounties(db),
    heard: many(
      db.text<Heard>(
        sql`select distinct k.period, f.county from (select period, max(version) as version from closings where period in (select value from json_each(${JSON.stringify(coveredPeriods(nowMs))})) group by period) k left join frozen_cells f on f.period = k.period and f.version = k.version and f.metric in (select value from json_each(${JSON.stringify(HEARD_METRICS)}))`,
      ),
    ),
  }),
  shape: ({ counties, heard }) => coverageOf(heard, counties),
});
