import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { Changed, ReopenTask } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { holdOrder } from '../moving.ts';
import { reopenedRefusal } from '../moving-rules.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { reopenTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';
import { heldNeighbours, taskBack } from '../taking-back.ts';

/** Takes back that a task was done or cancelled, while its operation lasts and the order of work allows it. The note that was given stays until a new one replaces it. */
export const reopenTask = defineCommand({
  name: 'task.reopen',
  permission: 'task.reopen',
  input: ReopenTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId), ...planAsks(db, unitOfTask(taskId)) }),
  decide: (state) =>
    reopenTaskRefusal(state.task) ??
    reopenedRefusal(state, state.task.id) ?? { status: 'open' as const, doneAtMs: null, cancelReason: null },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, reopenedCount: sql`${tasks.reopenedCount} + 1`, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision))),
    ),
    holdOperation(db, task.operationId, ['planned', 'running'], { startsOn: task.startsOn, endsOn: task.dueOn }),
    ...holdOrder(db, [task.id]),
  ],
  reversal: (_set, state, { revision }) => {
    const { status, doneAtMs, cancelReason, reopenedCount } = state.task;
    return {
      steps: [
        ...taskBack(state.task.id, revision, { status, doneAtMs, cancelReason, reopenedCount }),
        ...heldNeighbours(state, [state.task.id]),
      ],
    };
  },
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['status'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
