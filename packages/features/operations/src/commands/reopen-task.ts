import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { Changed, ReopenTask } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { reopenTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';

/** Takes back that a task was done or cancelled, while its operation lasts. The note that was given stays until a new one replaces it. */
export const reopenTask = defineCommand({
  name: 'task.reopen',
  permission: 'task.reopen',
  input: ReopenTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId) }),
  decide: ({ task }) => reopenTaskRefusal(task) ?? { status: 'open' as const, doneAtMs: null, cancelReason: null },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, reopenedCount: sql`${tasks.reopenedCount} + 1`, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision))),
    ),
    holdOperation(db, task.operationId, ['planned', 'running'], { startsOn: task.startsOn, endsOn: task.dueOn }),
  ],
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['status'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
