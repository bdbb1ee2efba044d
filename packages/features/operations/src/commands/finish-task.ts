import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { Changed, FinishTask } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { fieldsOf } from '../references.ts';
import { agencyRefusal, finishTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';

/** Says that a task of a running operation is done, on evidence: a note, or something attached before. */
export const finishTask = defineCommand({
  name: 'task.finish',
  permission: 'task.finish',
  input: FinishTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId) }),
  decide: ({ task }, { note }, { nowMs }) =>
    agencyRefusal(task) ??
    finishTaskRefusal(task, note) ?? { status: 'done' as const, doneAtMs: nowMs, doneNote: note },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(tasks.id, task.id), eq(tasks.revision, revision), eq(tasks.status, 'open'))),
    ),
    holdOperation(db, task.operationId, ['running']),
  ],
  audit: ({ status, doneNote }, { task }) => ({
    subject: task.id,
    unitId: task.unitId,
    fields: fieldsOf({ status, doneNote }),
  }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
