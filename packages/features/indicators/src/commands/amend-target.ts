import { defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal, type CivilDate } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { AmendTarget, TargetChanged } from '../model.ts';
import { courseRefusal, droppedRefusal } from '../rules.ts';
import { targets, type TargetRow } from '../schema.ts';
import { targetOf } from '../scope.ts';

/** What a stored target asks for; safe because only the kernel's date field writes these columns. */
const courseOf = (row: TargetRow) => ({
  baseline: row.baselineValue,
  goal: row.goalValue,
  fromOn: row.fromOn as CivilDate,
  dueOn: row.dueOn as CivilDate,
});

/** Changes what a target asks for, not what measures it. */
export const amendTarget = defineCommand({
  name: 'target.amend',
  permission: 'target.amend',
  input: AmendTarget,
  output: TargetChanged,
  load: (db, { targetId }) => ({ target: targetOf(db, targetId) }),
  decide: ({ target }, { titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn }) => {
    const now = courseOf(target);
    const fault = [
      droppedRefusal(target),
      courseRefusal({
        baseline: baselineValue ?? now.baseline,
        goal: goalValue ?? now.goal,
        fromOn: fromOn ?? now.fromOn,
        dueOn: dueOn ?? now.dueOn,
      }),
    ].find(isRefusal);
    return fault ?? { titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn };
  },
  save: (db, set, { target }, { revision }) => [
    guarded(
      db
        .update(targets)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(targets.id, target.id), eq(targets.revision, revision))),
    ),
  ],
  audit: (set, { target }) => ({
    subject: target.id,
    unitId: target.unitId,
    fields: Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [name])),
  }),
  answer: (_decision, { target }, { revision }) => ({ id: target.id, revision: revision + 1 }),
});
