import { dimsText, storedKey, type StoredMetric } from './define-metric.ts';

/**
 * The SQL that recomputes one metric. Shape: rows `unit_id, county_id, metric, dims, period, value`.
 * `units` is SQL that gives unit ids: the dirty ones, or all. The same text serves both, so recomputation and
 * verification cannot differ. The county is the unit's county now for a stock, and at the end of its month for a flow
 * (an event from before the unit's first membership counts where the unit is now).
 */
export const factsSql = (metric: StoredMetric, units: string): string => {
  const from = metric.from.replaceAll(':units', units);
  const bucket = metric.kind === 'distribution' ? bucketSql(metric.bounds) : null;
  const parts = [
    ...metric.by.map((name) => ({ name, sql: `f.${name}` })),
    ...(bucket ? [{ name: 'bucket', sql: bucket }] : []),
  ];
  const dims =
    parts.length === 0 ? "''" : parts.map(({ name, sql }, i) => `'${i ? ';' : ''}${name}=' || ${sql}`).join(' || ');
  const value = metric.kind === 'distribution' ? 'count(*)' : 'sum(f.amount)';
  const key = storedKey(metric);
  return metric.nature === 'stock'
    ? `select f.unit_id, u.county_id, '${key}' as metric, ${dims} as dims, '' as period, ${value} as value from (${from}) f join units u on u.id = f.unit_id where u.county_id is not null group by 1, 2, 4`
    : `select f.unit_id, coalesce((select m.county_id from unit_memberships m where m.unit_id = f.unit_id and m.from_on <= min(p.last_on, :today) order by m.from_on desc limit 1), u.county_id) as county_id,` +
        ` '${key}' as metric, ${dims} as dims, p.key as period, ${value} as value from (${from}) f join periods p on p.key = (select q.key from periods q where q.from_ms <= f.at_ms order by q.from_ms desc limit 1) join units u on u.id = f.unit_id where u.county_id is not null group by 1, 2, 4, 5`;
};

const bucketSql = (bounds: readonly number[]): string => {
  const cases = bounds.map((bound, i) => `when f.amount <= ${bound} then '${String(i).padStart(2, '0')}'`).join(' ');
  return `case ${cases} else '${String(bounds.length).padStart(2, '0')}' end`;
};

/** The dimension text of one bucket of a distribution. */
export const bucketDims = (values: Readonly<Record<string, string>>, bucket: number): string =>
  dimsText({ ...values, bucket: String(bucket).padStart(2, '0') });

/** SQL that gives the dirty units of a feature: all of them, or those that have waited longest, `most` (a number or a named value) of them. */
export const dirtyUnits = (feature: string, most?: string): string =>
  `select d.unit_id from dirty d where d.feature = '${feature}'${most === undefined ? '' : ` order by d.rowid limit ${most}`}`;

/** SQL that gives all units. */
export const ALL_UNITS = 'select a.id from units a';

/**
 * The statements that bring the facts of one feature's dirty units up to date: facts that are no longer so go,
 * changed and new ones are written, the clock's next marks are set, and the units are clean. Named values: now_ms, today.
 * The last statement affects as many rows as units were brought up to date.
 */
export const refreshSql = (feature: string, metrics: readonly StoredMetric[], most?: string): string[] => {
  const units = dirtyUnits(feature, most);
  const perMetric = metrics.flatMap((metric) => {
    const fresh = factsSql(metric, units);
    const key = storedKey(metric);
    return [
      `delete from facts where metric = '${key}' and unit_id in (${units}) and (unit_id, county_id, dims, period) not in (select unit_id, county_id, dims, period from (${fresh}))`,
      `insert into facts (unit_id, county_id, metric, dims, period, value) select unit_id, county_id, metric, dims, period, value from (${fresh}) where true on conflict (unit_id, county_id, metric, dims, period) do update set value = excluded.value where excluded.value <> facts.value`,
    ];
  });
  const clocks = metrics.flatMap((metric) =>
    metric.nextChange ? [metric.nextChange.replaceAll(':units', units)] : [],
  );
  const marks =
    clocks.length === 0
      ? []
      : [
          `delete from clock_marks where feature = '${feature}' and unit_id in (${units})`,
          `insert into clock_marks (unit_id, feature, at_ms) select unit_id, '${feature}', min(at_ms) from (${clocks.join(' union all ')}) where at_ms > :now_ms group by unit_id`,
        ];
  return [...perMetric, ...marks, `delete from dirty where feature = '${feature}' and unit_id in (${units})`];
};
