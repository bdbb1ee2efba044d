import { defineCommand, guarded, one } from '@mahalleh/gate';
import { and, eq, or } from 'drizzle-orm';
import { ProblemRef, UnrelateProblems } from '../model.ts';
import { isMine } from '../reach.ts';
import { problemRelations, problems } from '../schema.ts';

const isPair = (a: string, b: string) => and(eq(problemRelations.aId, a), eq(problemRelations.bId, b));

/** Takes back that two problems belong together. */
export const unrelateProblems = defineCommand({
  name: 'problem.unrelate',
  permission: 'problem.unrelate',
  input: UnrelateProblems,
  output: ProblemRef,
  load: (db, { problemId, otherId, kind }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    relation: one(
      db
        .select()
        .from(problemRelations)
        .where(and(eq(problemRelations.kind, kind), or(isPair(problemId, otherId), isPair(otherId, problemId)))),
      'relation_unknown',
    ),
  }),
  decide: ({ relation: { aId, bId, kind } }) => ({ id: { aId, bId, kind } }),
  save: (db, { id: { aId, bId, kind } }) => [
    guarded(db.delete(problemRelations).where(and(isPair(aId, bId), eq(problemRelations.kind, kind)))),
  ],
  reversal: (_decision, { relation }) => ({ steps: [{ table: problemRelations, insert: relation }] }),
  audit: (_decision, { problem }, { otherId }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: ['relation'],
    also: [otherId],
  }),
  answer: (_decision, _state, { problemId }) => ({ id: problemId }),
});
