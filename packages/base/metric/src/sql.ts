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

/** What several metrics of a feature select from, found word by word in their SQL: computed once and read by each. */
const hoisted = (feature: string, metrics: readonly StoredMetric[]): { ctes: string[]; metrics: StoredMetric[] } => {
  const shared = [...new Set(metrics.flatMap(({ shares }) => (shares === undefined ? [] : [shares])))];
  const name = (text: string): string => `${feature}_base_${shared.indexOf(text)}`;
  return {
    ctes: shared.map((text) => `${name(text)} as materialized (${text})`),
    metrics: metrics.map((metric) =>
      metric.shares === undefined
        ? metric
        : { ...metric, from: metric.from.replaceAll(`(${metric.shares})`, `(select * from ${name(metric.shares)})`) },
    ),
  };
};

/** The metrics of some features, feature by feature, each with the units of it that are dirty. */
const groupsOf = (features: readonly string[], metrics: readonly StoredMetric[], most?: string) =>
  features.map((feature) => {
    const units = dirtyUnits(feature, most);
    const own = metrics.filter((metric) => metric.feature === feature);
    const { ctes, metrics: hoistedMetrics } = hoisted(feature, own);
    const keys = own.map((metric) => `'${storedKey(metric)}'`).join(', ');
    return {
      feature,
      units,
      ctes: ctes.map((cte) => cte.replaceAll(':units', units)),
      facts: hoistedMetrics.map((metric) => factsSql(metric, units)),
      /** Which stored facts these are, as a condition. */
      isOwn: `metric in (${keys}) and unit_id in (${units})`,
      clocks: [...new Set(own.flatMap(({ nextChange }) => (nextChange === undefined ? [] : [nextChange])))].map(
        (next) => next.replaceAll(':units', units),
      ),
    };
  });

/**
 * The statements that bring the facts of some features' dirty units up to date: every metric is computed once, new and changed
 * facts are written, those that are no longer so go by way of zero, the clock's next marks are set, and the units are clean.
 * Named values: now_ms, today. The last statements, one for each feature, affect as many rows as units were brought up to date.
 */
export const refreshSql = (features: readonly string[], metrics: readonly StoredMetric[], most?: string): string[] => {
  const groups = groupsOf(features, metrics, most);
  const stored = groups.filter(({ facts }) => facts.length > 0);
  const columns = 'unit_id, county_id, metric, dims, period';
  const ctes = stored.flatMap((group) => group.ctes);
  // What is stored counts as nothing beside what is fresh: what is no longer so comes to zero.
  const beside = stored.flatMap(({ facts, isOwn }) => [
    ...facts.map((sql) => `select * from (${sql})`),
    `select ${columns}, 0 from facts where ${isOwn}`,
  ]);
  const timed = stored.filter(({ clocks }) => clocks.length > 0);
  const next = timed.flatMap(({ feature, clocks }) =>
    clocks.map((sql) => `select unit_id, '${feature}' as feature, at_ms from (${sql})`),
  );
  return [
    ...(stored.length === 0
      ? []
      : [
          `${ctes.length === 0 ? '' : `with ${ctes.join(', ')} `}insert into facts (${columns}, value) select ${columns}, sum(value) from (${beside.join(' union all ')}) group by 1, 2, 3, 4, 5` +
            ` having true on conflict (${columns}) do update set value = excluded.value where excluded.value <> facts.value`,
          `delete from facts where value = 0 and (${stored.map(({ isOwn }) => `(${isOwn})`).join(' or ')})`,
        ]),
    ...(timed.length === 0
      ? []
      : [
          `delete from clock_marks where ${timed.map(({ feature, units }) => `(feature = '${feature}' and unit_id in (${units}))`).join(' or ')}`,
          `insert into clock_marks (unit_id, feature, at_ms) select unit_id, feature, min(at_ms) from (${next.join(' union all ')}) where at_ms > :now_ms group by 1, 2`,
        ]),
    ...groups.map(({ feature, units }) => `delete from dirty where feature = '${feature}' and unit_id in (${units})`),
  ];
};
