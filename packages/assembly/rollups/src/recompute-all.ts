import type { Statement } from '@mahalleh/gate';
import { ALL_UNITS, factsSql } from '@mahalleh/metric';
import { bind } from './bind.ts';
import { allFeatures, storedMetrics } from './registry.ts';

const KEY = 'county_id, metric, dims, period';

/**
 * Every fact, cell and clock mark of a province from its records at once, by the SQL that verification compares with: after a
 * bulk, for which unit by unit would take too long. Cells that changed get sequence numbers of their own, so that letters
 * tell of them. To be run in one transaction in which the triggers on `facts` are away: they would add to the cells as well.
 */
export const recomputeAllStatements = (nowMs: number): Statement[] => {
  const clocks = allFeatures.flatMap((feature) => {
    const own = storedMetrics.filter((metric) => metric.feature === feature);
    const texts = [...new Set(own.flatMap(({ nextChange }) => (nextChange === undefined ? [] : [nextChange])))];
    return texts.map(
      (next) => `select unit_id, '${feature}' as feature, at_ms from (${next.replaceAll(':units', ALL_UNITS)})`,
    );
  });
  return [
    'delete from facts',
    ...storedMetrics.map(
      (metric) =>
        `insert into facts (unit_id, county_id, metric, dims, period, value) select unit_id, county_id, metric, dims, period, value from (${factsSql(metric, ALL_UNITS)}) where value <> 0`,
    ),
    `insert into cells (${KEY}, value, seq) select ${KEY}, value, (select seq from cell_clock) + row_number() over (order by ${KEY})` +
      ` from (select ${KEY}, sum(value) as value from (select ${KEY}, value from facts union all select ${KEY}, 0 from cells) group by ${KEY})` +
      ` where true on conflict (${KEY}) do update set value = excluded.value, seq = excluded.seq where excluded.value <> cells.value`,
    'update cell_clock set seq = max(seq, (select coalesce(max(seq), 0) from cells))',
    'delete from clock_marks',
    `insert into clock_marks (unit_id, feature, at_ms) select unit_id, feature, min(at_ms) from (${clocks.join(' union all ')}) where at_ms > :now_ms group by 1, 2`,
    'delete from dirty',
  ].map((sql) => bind(sql, nowMs));
};
