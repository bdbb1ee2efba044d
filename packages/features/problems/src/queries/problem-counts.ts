import { defineQuery, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { COUNTED, CountProblems, ProblemCounts, type Counted } from '../model.ts';
import { isOpen } from '../rules.ts';
import { foundSql, walkOf } from './found-sql.ts';
import { scopeTables } from './problem-scope.ts';

type Group = { standing: Counted; domainKey: string; n: number };
const sumOf = (rows: readonly Group[]): number => rows.reduce((sum, { n }) => sum + n, 0);

/** Beyond this nobody reads how many exactly. */
const UP_TO = 1_000;

const waits = (standing: Counted): boolean => standing !== 'awaiting' && standing !== 'split' && isOpen(standing);

/** How many problems of each status and domain the actor may see: what stands on the filters. */
export const problemCounts = defineQuery({
  name: 'problem_counts',
  permission: 'problem.read',
  input: CountProblems,
  output: ProblemCounts,
  ask: (db, { unitId }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const some = (filters: { overdue?: boolean; gap?: boolean }) =>
      one(
        db.text<{ n: number }>(
          sql`with counted(n) as (select count(*) from (${foundSql({ unitId, ...filters }, walkOf(filters, 'rank'), { limit: UP_TO }, today)})) select n from counted`,
        ),
      );
    return {
      groups: many(
        db.text<Group>(
          sql`with ${scopeTables(unitId)} select t.standing, t.domain_key as "domainKey", sum(t.n) as n from problem_tallies t where t.unit_id in (select u from tops) group by 1, 2 having sum(t.n) > 0`,
        ),
      ),
      overdue: some({ overdue: true }),
      gap: some({ gap: true }),
    };
  },
  shape: ({ groups, overdue, gap }) => {
    const byDomain = Object.groupBy(
      groups.filter(({ standing }) => waits(standing)),
      ({ domainKey }) => domainKey,
    );
    return {
      total: sumOf(groups),
      byStatus: COUNTED.map((status) => ({
        status,
        count: sumOf(groups.filter(({ standing }) => standing === status)),
      })),
      byDomain: Object.entries(byDomain)
        .map(([domainKey, rows]) => ({ domainKey, count: sumOf(rows ?? []) }))
        .sort((a, b) => b.count - a.count),
      overdue: overdue.n,
      gap: gap.n,
      upTo: UP_TO,
    };
  },
});
