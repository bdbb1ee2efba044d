import { defineCommand, guarded, one, type Facts } from '@mahalleh/gate';
import { isRefusal, type Refusal } from '@mahalleh/kernel';
import type * as z from 'zod';
import type { Verb } from './course-rules.ts';
import { Changed } from './outputs.ts';
import { isAt, isMine, type ProblemRow } from './reach.ts';
import { asBefore } from './reversals.ts';
import { problems } from './schema.ts';

type Edit = { readonly problemId: string; readonly revision: number };

/** Declares a change that concerns one problem and nothing else: what is decided is what is written. */
export const defineProblemChange = <In extends Edit>(spec: {
  readonly verb: Verb;
  readonly input: z.ZodType<In>;
  readonly decide: (problem: ProblemRow, input: In, facts: Facts) => Partial<ProblemRow> | Refusal;
}) =>
  defineCommand({
    name: `problem.${spec.verb}`,
    permission: `problem.${spec.verb}`,
    input: spec.input,
    output: Changed,
    load: (db, input) => ({
      problem: one(db.select().from(problems).where(isMine(input.problemId)), 'problem_unknown'),
    }),
    decide: ({ problem }, input, facts) => {
      const change = spec.decide(problem, input, facts);
      return isRefusal(change) ? change : { change };
    },
    save: (db, { change }, _state, { problemId, revision }) => [
      guarded(
        db
          .update(problems)
          .set({ ...change, revision: revision + 1 })
          .where(isAt(problemId, revision)),
      ),
    ],
    reversal: ({ change }, { problem }, { revision }) => asBefore(problem, change, revision + 1),
    audit: ({ change }, { problem }) => ({ subject: problem.id, unitId: problem.unitId, fields: Object.keys(change) }),
    answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
  });
