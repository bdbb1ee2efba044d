import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { CancelTask, Changed } from '../model.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { openTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';
import { heldNeighbours, taskBack } from '../taking-back.ts';

/** Takes an open task out of its operation, with the reason. */
export const cancelTask = defineCommand({
  name: 'task.cancel',
  permission: 'task.cancel',
  input: CancelTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId), ...planAsks(db, unitOfTask(taskId)) }),
  decide: ({ task }, { reason }) => openTaskRefusal(task) ?? { status: 'cancelled' as const, cancelReason: reason },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
    ),
  ],
  reversal: (_set, state, { revision }) => ({
    steps: [
      ...taskBack(state.task.id, revision, { status: 'open', cancelReason: null }),
      ...heldNeighbours(state, [state.task.id]),
    ],
  }),
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['status', 'cancelReason'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
