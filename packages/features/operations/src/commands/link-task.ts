import { change, defineCommand, guarded, many } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { Changed, LinkTask } from '../model.ts';
import { movingChanges, holdOrder, revisionsOf, withIds } from '../moving.ts';
import { loopRefusal, movingOf } from '../moving-rules.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { endedRefusal, openTaskRefusal } from '../rules.ts';
import { taskDependencies, tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';
import { heldNeighbours, movedBack, taskBack } from '../taking-back.ts';

const isLink = ({ taskId, afterId }: { taskId: string; afterId: string }) =>
  and(eq(taskDependencies.taskId, taskId), eq(taskDependencies.afterId, afterId));

/** Lets a task wait for another one of the same place; what then stands too early is pushed, as far as that was accepted. No link closes a loop. */
export const linkTask = defineCommand({
  name: 'task.link',
  permission: 'task.link',
  input: LinkTask,
  output: Changed,
  load: (db, { taskId, afterId }) => ({
    task: taskOf(db, taskId),
    after: taskOf(db, afterId),
    ...planAsks(db, unitOfTask(taskId)),
    linked: many(
      db.select({ lagDays: taskDependencies.lagDays }).from(taskDependencies).where(isLink({ taskId, afterId })),
    ),
  }),
  decide: (state, input, facts) => {
    const { task, after } = state;
    const link = { taskId: task.id, afterId: after.id, lagDays: input.lagDays ?? 0 };
    const fault = [
      openTaskRefusal(task),
      endedRefusal(task.operationStatus),
      after.status === 'cancelled' ? refuse('task_not_open', { field: 'afterId' }) : undefined,
      after.unitId === task.unitId ? undefined : refuse('link_across_units', { field: 'afterId' }),
      state.linked.some(({ lagDays }) => lagDays === link.lagDays)
        ? refuse('link_is_there', { field: 'afterId' })
        : undefined,
      loopRefusal(state, link),
    ].find(isRefusal);
    if (fault) return fault;
    const moving = movingOf(state, { link }, input);
    return isRefusal(moving) ? moving : { ...withIds(moving, facts), link };
  },
  save: (db, { link, ...moving }, { task, linked: [known] }, input, { nowMs }) => {
    const revisions = revisionsOf(input).set(task.id, input.revision);
    const isPushed = moving.moved.some(({ task: one }) => one.id === task.id);
    return [
      ...(isPushed
        ? []
        : [
            guarded(
              db
                .update(tasks)
                .set({ revision: input.revision + 1 })
                .where(and(eq(tasks.id, task.id), eq(tasks.revision, input.revision), eq(tasks.status, 'open'))),
            ),
          ]),
      // The other one counts it too, so that a change of its days that was made before is not taken back over the link.
      change(
        db
          .update(tasks)
          .set({ revision: sql`${tasks.revision} + 1` })
          .where(eq(tasks.id, link.afterId)),
      ),
      known
        ? guarded(db.update(taskDependencies).set({ lagDays: link.lagDays }).where(isLink(link)))
        : change(db.insert(taskDependencies).values({ ...link, unitId: task.unitId, linkedAtMs: nowMs })),
      // Two links that are made at once must not close a loop together: the second finds the first one here.
      guarded(
        db.text(
          sql`update task_dependencies set lag_days = lag_days where task_id = ${link.taskId} and after_id = ${link.afterId} and not exists (with recursive waited(id) as (select ${link.afterId} union select d.after_id from task_dependencies d join waited w on w.id = d.task_id) select 1 from waited where id = ${link.taskId})`,
        ),
      ),
      ...movingChanges(db, moving, { ...input, revisions }, { unitId: task.unitId, nowMs }),
      ...holdOrder(db, [task.id]),
    ];
  },
  reversal: ({ link, ...moving }, state, { revision }) => {
    const [known] = state.linked;
    const back = movedBack(state, moving);
    const at = { taskId: link.taskId, afterId: link.afterId };
    return (
      back && {
        steps: [
          ...back.steps,
          ...(known ? heldNeighbours(state, [link.taskId]) : []),
          ...(moving.moved.some(({ task }) => task.id === link.taskId) ? [] : taskBack(link.taskId, revision, {})),
          known
            ? { table: taskDependencies, id: at, at: { lagDays: link.lagDays }, set: known }
            : { table: taskDependencies, id: at, remove: true as const },
        ],
      }
    );
  },
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['after'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
