import type { CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type { PROBLEM_SORTS } from '../inputs.ts';
import { ALL_TALLIED, keeping, scopeTables, soughtByKind, tallied, type Filters } from './problem-scope.ts';

/** An order, the index that already stands in it, and what that index leaves out. */
type Walk = { readonly order: string; readonly index: string; readonly only?: string };

const WALKS: Readonly<Record<(typeof PROBLEM_SORTS)[number] | 'awaiting' | 'overdue', Walk>> = {
  rank: { order: 'p.rank_order, p.severity desc, p.id desc', index: 'problems_walk_rank' },
  severity: { order: 'p.severity desc, p.rank_order, p.id desc', index: 'problems_walk_severity' },
  newest: { order: 'p.registered_at_ms desc, p.id desc', index: 'problems_walk_newest' },
  residents: {
    order: 'p.residents_score desc, p.id desc',
    index: 'problems_walk_residents',
    only: 'p.residents_score is not null',
  },
  gap: { order: 'p.score_gap desc, p.id desc', index: 'problems_walk_gap', only: 'p.score_gap is not null' },
  awaiting: {
    order: 'p.solved_at_ms, p.id',
    index: 'problems_awaiting',
    only: "p.status = 'solved' and p.confirmed_at_ms is null",
  },
  overdue: { order: 'p.level_due_on, p.id', index: 'problems_escalated', only: 'p.level_due_on is not null' },
};

/** So many problems are found and sorted rather than walked to in their order. */
const FEW = 2_500;

/** The order in which filters are shown: those that single few out have an order of their own. */
export const walkOf = ({ status, overdue, gap }: Filters, sort: (typeof PROBLEM_SORTS)[number]): Walk => {
  if (overdue) return WALKS.overdue;
  if (gap) return WALKS.gap;
  return status === 'awaiting' ? WALKS.awaiting : WALKS[sort];
};

/**
 * SQL that gives the ids of the problems that are found, in order, whatever their number: one of three ways is gone, told by the
 * tallies before any row is read. Few in scope: by their units, sorted. Few that match: by status, domain and severity,
 * sorted. Many: along an index that stands in the order, whose entries hold the filters. The other two ways are limited to
 * none. Shape: `with` tables, one column `id`.
 */
export const foundSql = (
  filters: Filters,
  walk: Walk,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
  today: CivilDate,
): SQL => {
  const kept = keeping(filters, today);
  const order = sql.raw(walk.order);
  const only = sql.raw(walk.only === undefined ? '' : ` and ${walk.only}`);
  const way = (index: string, sought: SQL, when: SQL): SQL =>
    sql`select * from (select p.id from problems p indexed by ${sql.raw(index)} where ${sought} and ${kept}${only} order by ${order} limit case when ${when} then ${limit} else 0 end offset ${offset})`;
  const few = sql`(select n from in_scope) <= ${FEW}`;
  const matching = sql`(select n from in_scope) > ${FEW} and (select n from that_match) <= ${FEW}`;
  const many = sql`(select n from in_scope) > ${FEW} and (select n from that_match) > ${FEW}`;
  const inScope = sql`p.unit_id in (select unit_id from scope)`;
  return sql`with ${scopeTables(filters.unitId)}, in_scope(n) as materialized (select ${ALL_TALLIED}), that_match(n) as materialized (select ${tallied(filters)}) ${way('problems_by_unit', inScope, few)} union all ${way('problems_by_kind', sql`${soughtByKind(filters)} and +${inScope}`, matching)} union all ${way(walk.index, sql`+${inScope}`, many)}`;
};
