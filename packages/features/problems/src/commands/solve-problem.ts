import { defineCommand, guarded, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { isEvidenceOfProblem } from '@mahalleh/evidence';
import { and, sql } from 'drizzle-orm';
import { Changed, SolveProblem } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { asBefore } from '../reversals.ts';
import { solve } from '../rules.ts';
import { problems } from '../schema.ts';

const evidenceOf = (id: string) => sql`from evidence e where e.removed_at_ms is null and ${isEvidenceOfProblem(id)}`;

/** Says that a problem is solved, and how. Something must show it: evidence of the problem, of one merged into it, or of an operation for it. */
export const solveProblem = defineCommand({
  name: 'problem.solve',
  permission: 'problem.solve',
  input: SolveProblem,
  output: Changed,
  load: (db, { problemId }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    evidence: one(db.text<{ count: number }>(sql`select count(*) as count ${evidenceOf(problemId)}`)),
  }),
  decide: ({ problem, evidence }, { solution }, facts) => {
    const change = solve(problem, solution, evidence.count, facts);
    return isRefusal(change) ? change : { change };
  },
  // Looked at again while it is written: the last evidence may have been removed since.
  save: (db, { change }, _state, { problemId, revision }) => [
    guarded(
      db
        .update(problems)
        .set({ ...change, revision: revision + 1 })
        .where(and(isAt(problemId, revision), sql`exists (select 1 ${evidenceOf(problemId)})`)),
    ),
  ],
  reversal: ({ change }, { problem }, { revision }) => asBefore(problem, change, revision + 1),
  audit: ({ change }, { problem }) => ({ subject: problem.id, unitId: problem.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
