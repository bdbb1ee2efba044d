import { defineQuery, maybe } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { eq } from 'drizzle-orm';
import { Overlaps, ReadOverlaps } from '../model.ts';
import { countyOfOperation, overlapCandidates } from '../overlap-scope.ts';
import { overlapsOf } from '../overlaps-of.ts';
import { operations } from '../schema.ts';
import { operationOf } from '../scope.ts';

/** The operations that overlap with one: what is done alike, here, at the same time, for the same people, and by whom. */
export const readOverlaps = defineQuery({
  name: 'overlaps',
  permission: 'operation.read',
  input: ReadOverlaps,
  output: Overlaps,
  ask: (db, { operationId }, { nowMs }) => ({
    operation: operationOf(db, operationId),
    county: countyOfOperation(db, operationId),
    approver: maybe(
      db
        .select({ fullName: people.fullName })
        .from(people)
        .innerJoin(operations, eq(operations.approvedBy, people.id))
        .where(eq(operations.id, operationId)),
    ),
    candidates: overlapCandidates(db, operationId, civilDateOf(nowMs)),
  }),
  shape: ({ operation, county, approver, candidates }, _input, { nowMs }) => {
    const rows = overlapsOf(operation, county?.id ?? null, candidates, civilDateOf(nowMs));
    return {
      operationId: operation.id,
      approvedAtMs: operation.approvedAtMs,
      approvedByName: approver?.fullName ?? null,
      rows,
      strong: rows.filter(({ degree }) => degree === 'strong').length,
      hidden: rows.filter(({ isVisible }) => !isVisible).length,
    };
  },
});
