import { change, defineCommand, one } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { RecordContribution, Recorded } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { contributionRefusal } from '../rules.ts';
import { contributions } from '../schema.ts';
import { livingAgencies, mayActFor, operationOf } from '../scope.ts';

/** Records what somebody gave to an operation, also after it is done: what was given is known late. An officer records for the own agency. */
export const recordContribution = defineCommand({
  name: 'contribution.record',
  permission: 'contribution.record',
  input: RecordContribution,
  output: Recorded,
  load: (db, input) => ({
    operation: operationOf(db, input.operationId),
    reach: one(
      db.text<{ mayAct: number }>(
        sql`select ${mayActFor(sql`(select o.unit_id from operations o where o.id = ${input.operationId})`, sql`${input.agencyId ?? null}`)} as "mayAct"`,
      ),
    ),
    agencies: livingAgencies(db, idsOf(input.agencyId)),
  }),
  decide: ({ operation, reach, agencies }, input, { newId, nowMs }) => {
    const fault = [
      operation.status === 'cancelled'
        ? refuse('operation_ended', { detail: { status: operation.status } })
        : undefined,
      missingOf([{ id: input.agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
      reach.mayAct ? undefined : refuse('contribution_of_other_agency', { field: 'agencyId' }),
      contributionRefusal(input),
    ].find(isRefusal);
    return fault ?? { id: newId(), atMs: nowMs };
  },
  save: (db, { id, atMs }, { operation }, { kind, agencyId, note, valueRial, hours }) => [
    change(
      db.insert(contributions).values({
        id,
        operationId: operation.id,
        unitId: operation.unitId,
        kind,
        agencyId,
        note,
        valueRial,
        hours,
        recordedAtMs: atMs,
      }),
    ),
    holdOperation(db, operation.id, ['planned', 'running', 'done']),
  ],
  audit: (_decision, { operation }, { kind, agencyId, note, valueRial, hours }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: fieldsOf({ kind, agencyId, note, valueRial, hours }),
  }),
  answer: ({ id }) => ({ id }),
});
