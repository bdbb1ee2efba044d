import { defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq, isNotNull } from 'drizzle-orm';
import { Changed, UnblockTask } from '../model.ts';
import { agencyRefusal, openTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';
import { blockerOf, taskBack } from '../taking-back.ts';

/** Says that what kept a task from going on is gone; who said so stands in its history. */
export const unblockTask = defineCommand({
  name: 'task.unblock',
  permission: 'task.unblock',
  input: UnblockTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId) }),
  decide: ({ task }) => {
    const fault = [
      agencyRefusal(task),
      openTaskRefusal(task),
      task.blockedBy === null ? refuse('task_not_blocked') : undefined,
    ].find(isRefusal);
    return fault ?? { blockedBy: null, blockedNote: null, blockedAgencyId: null, blockedAtMs: null };
  },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), isNotNull(tasks.blockedBy))),
    ),
  ],
  reversal: (_set, { task }, { revision }) => ({ steps: taskBack(task.id, revision, blockerOf(task)) }),
  audit: (_decision, { task }) => ({ subject: task.id, unitId: task.unitId, fields: ['blockedBy'] }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
