import { defineCommand, guarded } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { and, eq, isNull } from 'drizzle-orm';
import { ApproveOperation, Changed } from '../model.ts';
import { approvalRefusal, unnotedRefusal } from '../overlap-rules.ts';
import { countyOfOperation, isAllNoted, overlapCandidates } from '../overlap-scope.ts';
import { overlapsOf } from '../overlaps-of.ts';
import { operations } from '../schema.ts';
import { operationOf } from '../scope.ts';

const isNamed = (named: readonly string[], id: string): boolean => named.includes(id);

/** Approves a planned operation, whoever approves having named every operation that it strongly overlaps with. */
export const approveOperation = defineCommand({
  name: 'operation.approve',
  permission: 'operation.approve',
  input: ApproveOperation,
  output: Changed,
  load: (db, { operationId }, { nowMs }) => ({
    operation: operationOf(db, operationId),
    county: countyOfOperation(db, operationId),
    candidates: overlapCandidates(db, operationId, civilDateOf(nowMs)),
  }),
  decide: ({ operation, county, candidates }, { notedOverlaps = [] }, { today, nowMs, personId }) => {
    const overlaps = overlapsOf(operation, county?.id ?? null, candidates, today);
    const noted = overlaps.filter(({ operationId }) => isNamed(notedOverlaps, operationId)).map(({ code }) => code);
    return (
      approvalRefusal(operation) ??
      unnotedRefusal(overlaps, notedOverlaps) ?? {
        approvedAtMs: nowMs,
        approvedBy: personId,
        overlapsNoted: noted.length === 0 ? null : JSON.stringify(noted),
      }
    );
  },
  save: (db, set, _state, { operationId, revision, notedOverlaps = [] }, { today }) => [
    guarded(
      db
        .update(operations)
        .set({ ...set, revision: revision + 1 })
        .where(
          and(
            eq(operations.id, operationId),
            eq(operations.revision, revision),
            isNull(operations.approvedAtMs),
            isAllNoted(operationId, notedOverlaps, today),
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
        // What was started on this approval is not left without one.
        at: { status: 'planned' },
        set: { approvedAtMs: null, approvedBy: null, overlapsNoted: null },
      },
    ],
  }),
  audit: ({ overlapsNoted }, { operation }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: overlapsNoted === null ? ['approval'] : ['approval', 'overlaps'],
  }),
  answer: (_decision, { operation }, { revision }) => ({ id: operation.id, revision: revision + 1 }),
});
