import { change, defineCommand, many, maybe, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { or, eq } from 'drizzle-orm';
import { ProblemRef, RelateProblems } from '../model.ts';
import { isMine } from '../reach.ts';
import { relationOf, statusAfter, whyNotRelate } from '../rules.ts';
import { problemRelations, problems } from '../schema.ts';

/** Says how a problem belongs together with another: both show it. */
export const relateProblems = defineCommand({
  name: 'problem.relate',
  permission: 'problem.relate',
  input: RelateProblems,
  output: ProblemRef,
  load: (db, { problemId, otherId }) => ({
    problem: one(db.select().from(problems).where(isMine(problemId)), 'problem_unknown'),
    other: maybe(db.select({ id: problems.id }).from(problems).where(isMine(otherId))),
    held: many(
      db
        .select()
        .from(problemRelations)
        .where(or(eq(problemRelations.aId, problemId), eq(problemRelations.bId, problemId))),
    ),
  }),
  decide: ({ problem, other, held }, { problemId, otherId, kind }) => {
    const relation = relationOf(problemId, otherId, kind);
    const no = whyNotRelate(relation, other, held) ?? statusAfter(problem, 'relate');
    return isRefusal(no) ? no : { relation };
  },
  save: (db, { relation }, { problem }, _input, facts) => [
    change(
      db.insert(problemRelations).values({
        ...relation,
        unitId: problem.unitId,
        relatedBy: facts.personId,
        relatedAtMs: facts.nowMs,
      }),
    ),
  ],
  reversal: ({ relation }) => ({ steps: [{ table: problemRelations, id: relation, remove: true }] }),
  audit: (_decision, { problem }, { otherId }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: ['relation'],
    also: [otherId],
  }),
  answer: (_decision, _state, { problemId }) => ({ id: problemId }),
  conflicts: { 'problem_relations.a_id': 'relation_exists' },
});
