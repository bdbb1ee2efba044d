import { change, defineCommand, guarded, many } from '@mahalleh/gate';
import { isRefusal, type CivilDate } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { inOrder, type Milestone } from '../milestone-rules.ts';
import { AmendTarget, TargetChanged } from '../model.ts';
import { courseRefusal, droppedRefusal, pastRefusal } from '../rules.ts';
import { targetMilestones, targets, type TargetRow } from '../schema.ts';
import { targetOf } from '../scope.ts';

/** What a stored target asks for; safe because only the kernel's date field writes these columns. */
const courseOf = (row: TargetRow) => ({
  baseline: row.baselineValue,
  goal: row.goalValue,
  fromOn: row.fromOn as CivilDate,
  dueOn: row.dueOn as CivilDate,
});

const milestonesOf = (rows: readonly { onDate: string; value: number }[]): readonly Milestone[] =>
  rows.map(({ onDate, value }) => ({ onDate: onDate as CivilDate, value }));

/** Changes what a target asks for, not what measures it. */
export const amendTarget = defineCommand({
  name: 'target.amend',
  permission: 'target.amend',
  input: AmendTarget,
  output: TargetChanged,
  load: (db, { targetId }) => ({
    target: targetOf(db, targetId),
    milestones: many(
      db
        .select({ onDate: targetMilestones.onDate, value: targetMilestones.value })
        .from(targetMilestones)
        .where(eq(targetMilestones.targetId, targetId)),
    ),
  }),
  decide: ({ target, milestones: before }, { milestones: said, ...input }, { today }) => {
    const { titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn } = input;
    const now = courseOf(target);
    const milestones = said === undefined ? null : inOrder(said);
    const fault = [
      droppedRefusal(target),
      courseRefusal({
        baseline: baselineValue ?? now.baseline,
        goal: goalValue ?? now.goal,
        fromOn: fromOn ?? now.fromOn,
        dueOn: dueOn ?? now.dueOn,
        milestones: said ?? milestonesOf(before),
      }),
      dueOn === undefined || dueOn === now.dueOn ? undefined : pastRefusal(dueOn, today),
    ].find(isRefusal);
    return fault ?? { set: { titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn }, milestones };
  },
  save: (db, { set, milestones }, { target }, { revision }) => [
    guarded(
      db
        .update(targets)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(targets.id, target.id), eq(targets.revision, revision))),
    ),
    ...(milestones === null
      ? []
      : [
          change(db.delete(targetMilestones).where(eq(targetMilestones.targetId, target.id))),
          ...milestones.map(({ onDate, value }) =>
            change(db.insert(targetMilestones).values({ targetId: target.id, onDate, value })),
          ),
        ]),
  ],
  // Steps go backwards: the milestones of now leave before those of then come back.
  reversal: ({ set, milestones }, { target, milestones: before }, { revision }) => ({
    steps: [
      ...(milestones === null
        ? []
        : [
            ...before.map((one) => ({ table: targetMilestones, insert: { targetId: target.id, ...one } })),
            ...milestones.map(({ onDate }) => ({
              table: targetMilestones,
              id: { targetId: target.id, onDate },
              remove: true as const,
            })),
          ]),
      {
        table: targets,
        id: target.id,
        revision: revision + 1,
        set: Object.fromEntries(
          Object.entries(set).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, target[name as keyof typeof set]]],
          ),
        ),
      },
    ],
  }),
  audit: ({ set, milestones }, { target }) => ({
    subject: target.id,
    unitId: target.unitId,
    fields: [
      ...Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [name])),
      ...(milestones === null ? [] : ['milestones']),
    ],
  }),
  answer: (_decision, { target }, { revision }) => ({ id: target.id, revision: revision + 1 }),
});
