import { change, defineCommand, isMyUnit, one } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { RecordContribution, Recorded } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { contributionRefusal } from '../rules.ts';
import { contributions, operations } from '../schema.ts';
import { livingAgencies, mayActFor } from '../scope.ts';

/** Records what somebody gave to an operation, also after it is done: what was given is known late. An officer records for the own agency. */
export const recordContribution = defineCommand({
  name: 'contribution.record',
  permission: 'contribution.record',
  input: RecordContribution,
  output: Recorded,
  load: (db, input) => ({
    operation: one(
      db
        .select({ id: operations.id, unitId: operations.unitId, status: operations.status, mayAct: mayActFor(operations.unitId, sql`${input.agencyId ?? null}`) })
        .from(operations)
        .where(and(eq(operations.id, input.operationId), isMyUnit(operations.unitId))),
      'operation_unknown',
    ),
    agencies: livingAgencies(db, idsOf(input.agencyId)),
  }),
  decide: ({ operation, agencies }, input, { newId, nowMs }) => {
    const fault = [
      operation.status === 'cancelled' ? refuse('operation_ended', { detail: { status: operation.status } }) : undefined,
      missingOf([{ id: input.agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
      operation.mayAct ? undefined : refuse('contribution_of_other_agency', { field: 'agencyId' }),
      contributionRefusal(input),
    ].find(isRefusal);
    return fault ?? { id: newId(), atMs: nowMs };
  },
  save: (db, { id, atMs }, { operation }, { kind, agencyId, note, valueRial, hours }) => [
    change(db.insert(contributions).values({ id, operationId: operation.id, unitId: operation.unitId, kind, agencyId, note, valueRial, hours, recordedAtMs: atMs })),
    holdOperation(db, operation.id, ['planned', 'running', 'done']),
  ],
  audit: (_decision, { operation }, { kind, agencyId, note, valueRial, hours }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: fieldsOf({ kind, agencyId, note, valueRial, hours }),
  }),
  answer: ({ id }) => ({ id }),
});
