import { change, defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { CancelOperation, Changed } from '../model.ts';
import { planAsks, unitOfOperation } from '../plan-scope.ts';
import { stepOperation } from '../rules.ts';
import { operations, tasks } from '../schema.ts';
import { operationOf } from '../scope.ts';
import { heldNeighbours, taskBack } from '../taking-back.ts';

/** Gives an operation up, with the reason; its open tasks are cancelled with it, what was done stays done. */
export const cancelOperation = defineCommand({
  name: 'operation.cancel',
  permission: 'operation.cancel',
  input: CancelOperation,
  output: Changed,
  load: (db, { operationId }) => ({
    operation: operationOf(db, operationId),
    ...planAsks(db, unitOfOperation(operationId)),
  }),
  decide: ({ operation }, { reason }, { nowMs }) => {
    const status = stepOperation(operation.status, 'cancel');
    return isRefusal(status) ? status : { status, cancelReason: reason, finishedAtMs: nowMs };
  },
  save: (db, set, _state, { operationId, revision }) => [
    guarded(
      db
        .update(operations)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(operations.id, operationId), eq(operations.revision, revision))),
    ),
    change(
      db
        .update(tasks)
        .set({ status: 'cancelled', revision: sql`${tasks.revision} + 1` })
        .where(and(eq(tasks.operationId, operationId), eq(tasks.status, 'open'))),
    ),
  ],
  reversal: (_set, state, { operationId, revision }) => {
    const open = state.planTasks.filter((task) => task.operationId === operationId && task.status === 'open');
    return {
      steps: [
        {
          table: operations,
          id: operationId,
          revision: revision + 1,
          set: { status: state.operation.status, cancelReason: null, finishedAtMs: null },
        },
        ...open.flatMap((task) => taskBack(task.id, task.revision, { status: 'open' })),
        ...heldNeighbours(
          state,
          open.map(({ id }) => id),
        ),
      ],
    };
  },
  audit: (_decision, { operation }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: ['status', 'cancelReason'],
  }),
  answer: (_decision, { operation }, { revision }) => ({ id: operation.id, revision: revision + 1 }),
});
