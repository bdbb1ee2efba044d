import type { CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type { PROBLEM_SORTS } from '../inputs.ts';
import {
  ALL_TALLIED,
  domainTree,
  keeping,
  scopeTables,
  soughtByKind,
  storedOf,
  tallied,
  type Filters,
} from './problem-scope.ts';
import { newestIn, TO_PROBLEMS, wordsOf } from './word-sql.ts';

/** An order (its columns, each with its direction), the index that stands in it, and what that index leaves out. */
type Walk = {
  readonly order: readonly string[];
  readonly index: string;
  readonly only?: string;
  /** The index begins with the status: one walk for each that is asked for, and the walks are merged. */
  readonly isByStatus: boolean;
  /** The index of the same order that begins with the domain, if there is one. */
  readonly ofDomain?: string;
};

const byStatus = (index: string, only: string | undefined, ...order: string[]): Walk => ({
  order,
  index,
  isByStatus: true,
  ...(only === undefined ? {} : { only }),
});

const WALKS: Readonly<Record<(typeof PROBLEM_SORTS)[number] | 'awaiting' | 'overdue', Walk>> = {
  rank: {
    ...byStatus('problems_walk_rank', undefined, 'rank_order', 'severity desc', 'id desc'),
    ofDomain: 'problems_domain_rank',
  },
  severity: byStatus('problems_walk_severity', undefined, 'severity desc', 'rank_order', 'id desc'),
  newest: byStatus('problems_walk_newest', undefined, 'registered_at_ms desc', 'id desc'),
  residents: byStatus('problems_walk_residents', 'p.residents_score is not null', 'residents_score desc', 'id desc'),
  gap: byStatus('problems_walk_gap', 'p.score_gap is not null', 'score_gap desc', 'id desc'),
  awaiting: {
    order: ['solved_at_ms', 'id'],
    index: 'problems_awaiting',
    only: "p.status = 'solved' and p.confirmed_at_ms is null",
    isByStatus: false,
  },
  overdue: {
    order: ['level_due_on', 'id'],
    index: 'problems_escalated',
    only: 'p.level_due_on is not null',
    isByStatus: false,
  },
};

/** So many problems of few units are found and sorted rather than walked to in their order. */
const FEW = 2_500;
/** So many of a kind: fewer, because the walk has the kind in its index and soon meets as many as a page shows. */
const FEW_OF_KIND = 1_000;

/** The order in which filters are shown: those that single few out have an order of their own. */
export const walkOf = ({ status, overdue, gap }: Filters, sort: (typeof PROBLEM_SORTS)[number]): Walk => {
  if (overdue) return WALKS.overdue;
  if (gap) return WALKS.gap;
  return status === 'awaiting' ? WALKS.awaiting : WALKS[sort];
};

/** SQL of an order, of a table or of a result (an empty prefix). */
export const orderSql = ({ order }: Walk, prefix: string): SQL =>
  sql.raw(order.map((column) => `${prefix}${column}`).join(', '));

type Page = { readonly limit: number; readonly offset?: number };

const columnsOf = ({ order }: Walk): SQL =>
  sql.raw(order.map((column) => `p.${column.replace(' desc', '')}`).join(', '));

const onlyOf = ({ only }: Walk): SQL => sql.raw(only === undefined ? '' : ` and ${only}`);

/** The way of a list that is kept to words: the newest that hold them are found by the index and sorted. */
const wordedSql = (words: string, filters: Filters, walk: Walk, page: Page, today: CivilDate): SQL =>
  sql`with ${scopeTables(filters.unitId)} select id from (select ${columnsOf(walk)} from (${newestIn(words)}) f ${TO_PROBLEMS} where p.unit_id in (select unit_id from scope) and ${keeping(filters, today)}${onlyOf(walk)}) order by ${orderSql(walk, '')} limit ${page.limit} offset ${page.offset ?? 0}`;

/**
 * SQL that gives the ids of the problems that are found, in order, whatever their number: one of three ways is gone, told by the
 * tallies before any row is read. Few in scope: by their units, sorted. Few that match: by status, domain and severity,
 * sorted. Many: along indexes that stand in the order and hold the filters, as far as the page reaches. The ways that are
 * not gone are limited to none. Words have a way of their own. Shape: `with` tables, one column `id`.
 */
export const foundSql = (filters: Filters, walk: Walk, { limit, offset = 0 }: Page, today: CivilDate): SQL => {
  const words = wordsOf(filters.q);
  if (words !== undefined) return wordedSql(words, filters, walk, { limit, offset }, today);
  const kept = keeping(filters, today);
  const only = onlyOf(walk);
  const columns = columnsOf(walk);
  const way = (index: string, sought: SQL, when: SQL): SQL =>
    sql`select * from (select ${columns} from problems p indexed by ${sql.raw(index)} where ${sought} and ${kept}${only} order by ${orderSql(walk, 'p.')} limit case when ${when} then ${limit + offset} else 0 end)`;
  const few = sql`(select n from in_scope) <= ${FEW}`;
  const matching = sql`(select n from in_scope) > ${FEW} and (select n from that_match) <= ${FEW_OF_KIND}`;
  const many = sql`(select n from in_scope) > ${FEW} and (select n from that_match) > ${FEW_OF_KIND}`;
  const inScope = sql`p.unit_id in (select unit_id from scope)`;
  const { ofDomain } = walk;
  const along = (status: string): SQL => {
    const sought = sql`p.status = ${status} and +${inScope}`;
    if (filters.domain === undefined || ofDomain === undefined) return way(walk.index, sought, many);
    // A domain may be rare among the foremost of all: each of the tree is walked by itself, and its foremost are merged.
    const ofOne = sql`select p.id from problems p indexed by ${sql.raw(ofDomain)} where p.domain_key = k.key and ${sought} and ${kept}${only} order by ${orderSql(walk, 'p.')} limit case when ${many} then ${limit + offset} else 0 end`;
    return sql`select ${columns} from ${domainTree(filters.domain)} k cross join problems p on p.id in (${ofOne})`;
  };
  const walks = walk.isByStatus ? storedOf(filters.status).map(along) : [way(walk.index, sql`+${inScope}`, many)];
  const ways = [
    way('problems_by_unit', inScope, few),
    way('problems_by_kind', sql`${soughtByKind(filters)} and +${inScope}`, matching),
    ...walks,
  ];
  return sql`with ${scopeTables(filters.unitId)}, in_scope(n) as materialized (select ${ALL_TALLIED}), that_match(n) as materialized (select ${tallied(filters)}) select id from (${sql.join(ways, sql` union all `)}) order by ${orderSql(walk, '')} limit ${limit} offset ${offset}`;
};
