import { change, defineCommand, guarded } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { Changed, PostponeTask } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { agencyRefusal, civil, openTaskRefusal, postponeRefusal } from '../rules.ts';
import { postponements, tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';

/** Moves the day of an open task later within its operation, with the reason; every time is counted and kept. */
export const postponeTask = defineCommand({
  name: 'task.postpone',
  permission: 'task.postpone',
  input: PostponeTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId) }),
  decide: ({ task }, { dueOn }, { newId, nowMs }) => {
    const within = { startsOn: civil(task.operationStartsOn), endsOn: civil(task.operationEndsOn) };
    return (
      agencyRefusal(task) ??
      openTaskRefusal(task) ??
      postponeRefusal({ dueOn: civil(task.dueOn) }, dueOn, within) ?? { id: newId(), atMs: nowMs }
    );
  },
  save: (db, { id, atMs }, { task }, { dueOn, reason, revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ dueOn, postponedCount: sql`${tasks.postponedCount} + 1`, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
    ),
    change(
      db.insert(postponements).values({
        id,
        taskId: task.id,
        unitId: task.unitId,
        fromOn: task.dueOn,
        toOn: dueOn,
        reason,
        postponedAtMs: atMs,
      }),
    ),
    holdOperation(db, task.operationId, ['planned', 'running'], { endsOn: dueOn }),
  ],
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['dueOn'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
