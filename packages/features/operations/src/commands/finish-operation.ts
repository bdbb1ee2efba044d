import { defineCommand, guarded, many } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { Changed, FinishOperation } from '../model.ts';
import { fieldsOf } from '../references.ts';
import { finishRefusal, stepOperation } from '../rules.ts';
import { operations, tasks } from '../schema.ts';
import { operationOf } from '../scope.ts';

/** Ends a running operation well: no task open, at least one done, and what came of it in words, as a number when it is one. */
export const finishOperation = defineCommand({
  name: 'operation.finish',
  permission: 'operation.finish',
  input: FinishOperation,
  output: Changed,
  load: (db, { operationId }) => ({
    operation: operationOf(db, operationId),
    tasks: many(db.select({ status: tasks.status }).from(tasks).where(eq(tasks.operationId, operationId))),
  }),
  decide: (state, input, { nowMs }) => {
    const status = stepOperation(state.operation.status, 'finish');
    if (isRefusal(status)) return status;
    return (
      finishRefusal(state.tasks) ?? {
        status,
        finishedAtMs: nowMs,
        resultNote: input.resultNote,
        resultValue: input.resultValue,
      }
    );
  },
  save: (db, set, _state, { operationId, revision }) => [
    guarded(
      db
        .update(operations)
        .set({ ...set, revision: revision + 1 })
        .where(
          and(
            eq(operations.id, operationId),
            eq(operations.revision, revision),
            sql`not exists (select 1 from tasks t where t.operation_id = ${operations.id} and t.status = 'open')`,
          ),
        ),
    ),
  ],
  reversal: (_set, { operation }, { revision }) => ({
    steps: [
      {
        table: operations,
        id: operation.id,
        revision: revision + 1,
        set: { status: 'running', finishedAtMs: null, resultNote: null, resultValue: null },
      },
    ],
  }),
  audit: ({ status, resultNote, resultValue }, { operation }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: fieldsOf({ status, resultNote, resultValue }),
  }),
  answer: (_decision, { operation }, { revision }) => ({ id: operation.id, revision: revision + 1 }),
});
