import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq, sql } from 'drizzle-orm';
import { Changed, FinishTask } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { planAsks, unitOfTask } from '../plan-scope.ts';
import { fieldsOf } from '../references.ts';
import { agencyRefusal, finishTaskRefusal } from '../rules.ts';
import { tasks } from '../schema.ts';
import { taskOf } from '../scope.ts';
import { blockerOf, heldNeighbours, taskBack } from '../taking-back.ts';

const UNBLOCKED = { blockedBy: null, blockedNote: null, blockedAgencyId: null, blockedAtMs: null };

/** Says that a task of a running operation is done, on evidence: a note, or something attached before. */
export const finishTask = defineCommand({
  name: 'task.finish',
  permission: 'task.finish',
  input: FinishTask,
  output: Changed,
  load: (db, { taskId }) => ({ task: taskOf(db, taskId), ...planAsks(db, unitOfTask(taskId)) }),
  decide: ({ task }, { note }, { nowMs }) =>
    agencyRefusal(task) ??
    finishTaskRefusal(task, note) ?? { status: 'done' as const, doneAtMs: nowMs, doneNote: note },
  save: (db, set, { task }, { revision }) => [
    guarded(
      db
        .update(tasks)
        .set({ ...set, ...UNBLOCKED, revision: revision + 1 })
        .where(
          and(
            eq(tasks.id, task.id),
            eq(tasks.revision, revision),
            eq(tasks.status, 'open'),
            sql`not exists (select 1 from task_dependencies d join tasks b on b.id = d.after_id where d.task_id = ${tasks.id} and b.status = 'open')`,
          ),
        ),
    ),
    holdOperation(db, task.operationId, ['running']),
  ],
  reversal: (_set, state, { revision }) => ({
    steps: [
      ...taskBack(state.task.id, revision, {
        status: 'open',
        doneAtMs: null,
        doneNote: state.task.doneNote,
        ...blockerOf(state.task),
      }),
      ...heldNeighbours(state, [state.task.id]),
    ],
  }),
  audit: ({ status, doneNote }, { task }) => ({
    subject: task.id,
    unitId: task.unitId,
    fields: fieldsOf({ status, doneNote }),
  }),
  answer: (_decision, { task }, { revision }) => ({ id: task.id, revision: revision + 1 }),
});
