import type { Statement } from '@mahalleh/gate';
import { refreshSql } from '@mahalleh/metric';
import { bind } from './bind.ts';
import { storedMetrics } from './registry.ts';

/** Travels with every group of saves: which features have dirty units; an empty name says that a letter waits. */
export const dirtyProbe: Statement = {
  sql: "select distinct feature from dirty union all select * from (select '' from letters_out where acked_at_ms is null limit 1)",
  args: [],
};

const texts = new Map<string, readonly string[]>();
const textsOf = (features: readonly string[]): readonly string[] => {
  const name = features.join();
  const known = texts.get(name);
  if (known) return known;
  const made = refreshSql(features, storedMetrics, ':most');
  texts.set(name, made);
  return made;
};

/** Brings the facts of these features' dirty units up to date, as of now: of each feature `most` units, or all of them. */
export const refreshStatements = (features: readonly string[], nowMs: number, most = -1): Statement[] =>
  textsOf(features).map((sql) => bind(sql, nowMs, most));

/** How many units a refresh brought up to date in the feature of which there were most, read from its results. */
export const refreshedUnits = (
  features: readonly string[],
  results: readonly { readonly affected: number }[],
): number => {
  const statements = textsOf(features).length;
  return Math.max(0, ...results.slice(statements - features.length, statements).map(({ affected }) => affected));
};

/** Marks the units whose facts the clock has changed. */
export const dueStatements = (nowMs: number): Statement[] => [
  {
    sql: 'insert or ignore into dirty (unit_id, feature) select unit_id, feature from clock_marks where at_ms <= ?',
    args: [nowMs],
  },
  { sql: 'delete from clock_marks where at_ms <= ?', args: [nowMs] },
];
