import { defineCommand, guarded, maybe, one } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { Changed, MergeProblem } from '../model.ts';
import { isAt, isMine, standingFields } from '../reach.ts';
import { setBack } from '../reversals.ts';
import { merge } from '../rules.ts';
import { problems } from '../schema.ts';

const withSense = <T extends { isSensitive: number }>(row: T) => ({ ...row, isSensitive: row.isSensitive === 1 });

/** Merges a problem into another: it points to the survivor, and both keep their own history and evidence. */
export const mergeProblem = defineCommand({
  name: 'problem.merge',
  permission: 'problem.merge',
  input: MergeProblem,
  output: Changed,
  load: (db, { problemId, intoId }) => ({
    problem: one(db.select(standingFields).from(problems).where(isMine(problemId)), 'problem_unknown'),
    into: maybe(db.select(standingFields).from(problems).where(isMine(intoId))),
  }),
  decide: ({ problem, into }, _input) => {
    const change = merge(withSense(problem), into && withSense(into));
    return isRefusal(change) ? change : { change, intoRevision: into?.revision ?? 0 };
  },
  // The survivor's revision rises too: of two problems merged into each other at once, one finds it changed.
  save: (db, { change, intoRevision }, _state, { problemId, revision, intoId }) => [
    guarded(
      db
        .update(problems)
        .set({ ...change, revision: revision + 1 })
        .where(isAt(problemId, revision)),
    ),
    guarded(
      db
        .update(problems)
        .set({ revision: intoRevision + 1 })
        .where(isAt(intoId, intoRevision)),
    ),
  ],
  reversal: ({ change, intoRevision }, { problem, into }, { revision, intoId }) => ({
    steps: [
      setBack({ id: problem.id, status: problem.status }, Object.keys(change), revision + 1),
      { table: problems, id: intoId, revision: intoRevision + 1, set: { status: into?.status } },
    ],
  }),
  audit: ({ change }, { problem }, { intoId }) => ({
    subject: problem.id,
    unitId: problem.unitId,
    fields: Object.keys(change),
    also: [intoId],
  }),
  answer: (_decision, _state, { problemId, revision }) => ({ id: problemId, revision: revision + 1 }),
});
