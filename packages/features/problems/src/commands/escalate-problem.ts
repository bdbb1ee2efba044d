import { change, defineCommand, guarded, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import { EscalateProblem } from '../escalation-inputs.ts';
import { askClocks, askOpen, isOfItsLevel } from '../escalation-sql.ts';
import { Changed } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { setBack } from '../reversals.ts';
import { escalate } from '../rules.ts';
import { problemEscalations, problems } from '../schema.ts';

/** Takes an open problem to the next level, with the reason; that level’s clock begins. One that was not answered is passed on. */
export const escalateProblem = defineCommand({
  name: 'problem.escalate',
  permission: 'problem.escalate',
  input: EscalateProblem,
  output: Changed,
  load: (db, { problemId }) => ({
    problem: one(
      db
        .select({ ...getTableColumns(problems), isOfLevel: isOfItsLevel })
        .from(problems)
        .where(isMine(problemId)),
      'problem_unknown',
    ),
    clocks: askClocks(db),
    open: askOpen(db, problemId),
  }),
  decide: ({ problem, clocks, open }, _input, { newId, nowMs, today }) => {
    const daysOf = (level: string) => clocks.find((clock) => clock.level === level)?.days;
    const decided = escalate(problem, daysOf, { isOfLevel: problem.isOfLevel === 1, today, nowMs });
    if (isRefusal(decided)) return decided;
    return { ...decided, id: newId(), passed: problem.levelDueOn === null ? undefined : open?.id };
  },
  save: (db, { id, toLevel, change: set, passed }, { problem }, { problemId, revision, reason }, facts) => [
    guarded(
      db
        .update(problems)
        .set({ ...set, revision: revision + 1 })
        .where(isAt(problemId, revision)),
    ),
    ...(passed === undefined
      ? []
      : [
          guarded(
            db
              .update(problemEscalations)
              .set({ outcome: 'passed', answeredBy: facts.personId, answeredAtMs: facts.nowMs })
              .where(and(eq(problemEscalations.id, passed), isNull(problemEscalations.outcome))),
          ),
        ]),
    change(
      db.insert(problemEscalations).values({
        id,
        problemId,
        unitId: problem.unitId,
        fromLevel: problem.level,
        toLevel,
        reason,
        dueOn: set.levelDueOn,
        escalatedBy: facts.personId,
        escalatedAtMs: facts.nowMs,
      }),
    ),
  ],
  reversal: ({ id, change: set, passed }, { problem }, { revision }) => ({
    steps: [
      setBack(problem, Object.keys(set), revision + 1),
      { table: problemEscalations, id, remove: true },
      ...(passed === undefined
        ? []
        : [
            {
              table: problemEscalations,
              id: passed,
              at: { outcome: 'passed' },
              set: { outcome: null, answeredBy: null, answeredAtMs: null },
            },
          ]),
    ],
  }),
  audit: ({ change: set }, { problem }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: Object.keys(set),
  }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
