import { defineCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { Changed, StartOperation } from '../model.ts';
import { stepOperation } from '../rules.ts';
import { operations } from '../schema.ts';
import { operationOf } from '../scope.ts';

/** Starts a planned operation that was approved. Its problem is not started with it: that is said on the page and done by who triages. */
export const startOperation = defineCommand({
  name: 'operation.start',
  permission: 'operation.start',
  input: StartOperation,
  output: Changed,
  load: (db, { operationId }) => ({ operation: operationOf(db, operationId) }),
  decide: ({ operation }, _input, { nowMs }) => {
    const status = stepOperation(operation.status, 'start');
    if (isRefusal(status)) return status;
    return operation.approvedAtMs === null ? refuse('operation_not_approved') : { status, startedAtMs: nowMs };
  },
  save: (db, set, _state, { operationId, revision }) => [
    guarded(
      db
        .update(operations)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(operations.id, operationId), eq(operations.revision, revision))),
    ),
  ],
  reversal: (_set, { operation }, { revision }) => ({
    steps: [
      { table: operations, id: operation.id, revision: revision + 1, set: { status: 'planned', startedAtMs: null } },
    ],
  }),
  audit: (_decision, { operation }) => ({ subject: operation.id, unitId: operation.unitId, fields: ['status'] }),
  answer: (_decision, { operation }, { revision }) => ({ id: operation.id, revision: revision + 1 }),
});
