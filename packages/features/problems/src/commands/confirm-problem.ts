import { defineCommand, guarded, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, getTableColumns, isNull, sql } from 'drizzle-orm';
import { ConfirmProblem } from '../escalation-inputs.ts';
import { Changed } from '../model.ts';
import { isAt, isMine } from '../reach.ts';
import { asBefore } from '../reversals.ts';
import { confirm } from '../rules.ts';
import { problems } from '../schema.ts';

/** Whether the actor speaks for the council or its office; a facilitator speaks for what they reported themselves. */
const speaksForCouncil = sql<number>`exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = problems.unit_id and mg.role <> 'facilitator')`;

/** Confirms that a problem is solved indeed: the council or its office, or whoever reported it; never who called it solved. */
export const confirmProblem = defineCommand({
  name: 'problem.confirm',
  permission: 'problem.confirm',
  input: ConfirmProblem,
  output: Changed,
  load: (db, { problemId }) => ({
    problem: one(
      db
        .select({ ...getTableColumns(problems), isOfCouncil: speaksForCouncil })
        .from(problems)
        .where(isMine(problemId)),
      'problem_unknown',
    ),
  }),
  decide: ({ problem }, _input, { nowMs, personId }) => {
    const change = confirm(problem, { nowMs, personId, isOfCouncil: problem.isOfCouncil === 1 });
    return isRefusal(change) ? change : { change };
  },
  save: (db, { change }, _state, { problemId, revision }) => [
    guarded(
      db
        .update(problems)
        .set({ ...change, revision: revision + 1 })
        .where(and(isAt(problemId, revision), isNull(problems.confirmedAtMs))),
    ),
  ],
  reversal: ({ change }, { problem }, { revision }) => asBefore(problem, change, revision + 1),
  audit: ({ change }, { problem }) => ({ subject: problem.id, unitId: problem.unitId, fields: Object.keys(change) }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
