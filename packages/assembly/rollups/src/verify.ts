import type { Statement } from '@mahalleh/gate';
import { ALL_UNITS, factsSql } from '@mahalleh/metric';
import { bind } from './bind.ts';
import { storedMetrics } from './registry.ts';

/** One check of stored figures against the records they come from. Its statement gives one row per drifting value; none is right. */
export type Check = { readonly name: string; readonly statement: Statement };

/**
 * The checks of one province, to be run in one read batch after the dirty units are drained: the facts of each metric
 * against the same SQL over all units, then the cells against the sum of the facts.
 */
export const verifyChecks = (nowMs: number): Check[] => [
  ...storedMetrics.map((metric) => {
    const fresh = factsSql(metric, ALL_UNITS);
    const stored = `select unit_id, county_id, dims, period, value from facts where metric = '${metric.key}@${metric.version}' and value <> 0`;
    const truth = `select unit_id, county_id, dims, period, value from (${fresh}) where value <> 0`;
    const sql = `select 'lost' as drift, * from (select * from (${truth}) except select * from (${stored})) union all select 'left' as drift, * from (select * from (${stored}) except select * from (${truth})) limit 20`;
    return { name: `facts ${metric.key}@${metric.version}`, statement: bind(sql, nowMs) };
  }),
  {
    name: 'cells',
    statement: {
      sql:
        'with summed as (select county_id, metric, dims, period, sum(value) as value from facts group by 1, 2, 3, 4 having sum(value) <> 0), held as (select county_id, metric, dims, period, value from cells where value <> 0)' +
        " select 'lost' as drift, * from (select * from summed except select * from held) union all select 'left' as drift, * from (select * from held except select * from summed) limit 20",
      args: [],
    },
  },
  { name: 'drained', statement: { sql: 'select feature, count(*) from dirty group by feature', args: [] } },
];
