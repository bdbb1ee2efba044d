import { defineQuery, many } from '@mahalleh/gate';
import { count } from 'drizzle-orm';
import { CountProblems, PROBLEM_STATUSES, ProblemCounts } from '../model.ts';
import { isOpen } from '../rules.ts';
import { problems } from '../schema.ts';
import { inScope } from './problem-scope.ts';

const sumOf = (rows: readonly { count: number }[]): number => rows.reduce((sum, row) => sum + row.count, 0);

/** How many problems of each status and domain the actor may see: what stands on the filters. */
export const problemCounts = defineQuery({
  name: 'problem_counts',
  permission: 'problem.read',
  input: CountProblems,
  output: ProblemCounts,
  ask: (db, { unitId }) => ({
    groups: many(
      db
        .select({ status: problems.status, domainKey: problems.domainKey, count: count() })
        .from(problems)
        .where(inScope(unitId))
        .groupBy(problems.status, problems.domainKey),
    ),
  }),
  shape: ({ groups }) => {
    const byDomain = Object.groupBy(
      groups.filter(({ status }) => isOpen(status)),
      ({ domainKey }) => domainKey,
    );
    return {
      total: sumOf(groups),
      byStatus: PROBLEM_STATUSES.map((status) => ({
        status,
        count: sumOf(groups.filter((group) => group.status === status)),
      })),
      byDomain: Object.entries(byDomain)
        .map(([domainKey, rows]) => ({ domainKey, count: sumOf(rows ?? []) }))
        .sort((a, b) => b.count - a.count),
    };
  },
});
