import { defineCommand, guarded, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, sql, type SQL } from 'drizzle-orm';
import { DiscardProblem } from '../escalation-inputs.ts';
import { Changed } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { discard } from '../rules.ts';
import { problems } from '../schema.ts';

/** SQL that counts what holds on to a problem, so that it is not put aside: its operations, and what was merged into it. */
export const holdersOf = (id: string | SQL): SQL =>
  sql`(select count(*) from operations o where o.problem_id = ${id}) + (select count(*) from problems m where m.merged_into_id = ${id})`;

/** Puts a new problem aside that nothing was done about. It can be brought back from the trash. */
export const discardProblem = defineCommand({
  name: 'problem.discard',
  permission: 'problem.discard',
  input: DiscardProblem,
  output: Changed,
  load: (db, { problemId }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    held: one(db.text<{ count: number }>(sql`select ${holdersOf(problemId)} as count`)),
  }),
  decide: ({ problem, held }, _input, { nowMs }) => {
    const change = discard(problem, held.count, nowMs);
    return isRefusal(change) ? change : { change };
  },
  // Looked at again while it is written: an operation may have been planned since.
  save: (db, { change }, _state, { problemId, revision }) => [
    guarded(
      db
        .update(problems)
        .set({ ...change, revision: revision + 1 })
        .where(and(isAt(problemId, revision), sql`${holdersOf(problemId)} = 0`)),
    ),
  ],
  reversal: (_decision, { problem }, { problemId, revision }) => ({
    trash: true,
    label: problem.title,
    steps: [{ table: problems, id: problemId, revision: revision + 1, set: { discardedAtMs: null } }],
  }),
  audit: ({ change }, { problem }) => ({ subject: problem.id, unitId: problem.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
