import { defineCommand, guarded, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import { AnswerProblem } from '../escalation-inputs.ts';
import { askOpen, isOfItsLevel } from '../escalation-sql.ts';
import { Changed } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { setBack } from '../reversals.ts';
import { answer } from '../rules.ts';
import { problemEscalations, problems } from '../schema.ts';

/** The level that was asked answers, or sends the problem back, in words; its clock stops. */
export const answerProblem = defineCommand({
  name: 'problem.answer',
  permission: 'problem.answer',
  input: AnswerProblem,
  output: Changed,
  load: (db, { problemId }) => ({
    problem: one(
      db
        .select({ ...getTableColumns(problems), isOfLevel: isOfItsLevel })
        .from(problems)
        .where(isMine(problemId)),
      'problem_unknown',
    ),
    open: askOpen(db, problemId),
  }),
  decide: ({ problem, open }, { outcome }, { nowMs, today }) => {
    const change = answer(problem, open, outcome, { isOfLevel: problem.isOfLevel === 1, today, nowMs });
    return isRefusal(change) ? change : { change, openId: open?.id ?? '' };
  },
  save: (db, { change, openId }, _state, { problemId, revision, outcome, words }, facts) => [
    guarded(
      db
        .update(problems)
        .set({ ...change, revision: revision + 1 })
        .where(isAt(problemId, revision)),
    ),
    guarded(
      db
        .update(problemEscalations)
        .set({ outcome, answer: words, answeredBy: facts.personId, answeredAtMs: facts.nowMs })
        .where(and(eq(problemEscalations.id, openId), isNull(problemEscalations.outcome))),
    ),
  ],
  reversal: ({ change, openId }, { problem }, { revision, outcome }) => ({
    steps: [
      setBack(problem, Object.keys(change), revision + 1),
      {
        table: problemEscalations,
        id: openId,
        at: { outcome },
        set: { outcome: null, answer: null, answeredBy: null, answeredAtMs: null },
      },
    ],
  }),
  audit: ({ change }, { problem }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: ['answer', ...Object.keys(change)],
  }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
