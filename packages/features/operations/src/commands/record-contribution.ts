import { change, defineCommand, maybe, NOW, one } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import { RecordContribution, Recorded } from '../model.ts';
import { holdOperation } from '../hold.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { contributionRefusal, valuationOf } from '../rules.ts';
import { contributions, workSettings } from '../schema.ts';
import { livingAgencies, mayActFor, operationOf } from '../scope.ts';

/** Records what somebody gave to an operation, also after it is done: what was given is known late. An officer records for the own agency. Hours without a value are valued at what an hour is worth in the province. */
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
    settings: maybe(db.select({ hourRial: workSettings.hourRial }).from(workSettings)),
  }),
  decide: ({ operation, reach, agencies, settings }, input, { newId, nowMs }) => {
    const fault = [
      operation.status === 'cancelled'
        ? refuse('operation_ended', { detail: { status: operation.status } })
        : undefined,
      missingOf([{ id: input.agencyId, field: 'agencyId' }], agencies, 'agency_unknown'),
      reach.mayAct ? undefined : refuse('contribution_of_other_agency', { field: 'agencyId' }),
      contributionRefusal(input),
    ].find(isRefusal);
    return fault ?? { id: newId(), atMs: nowMs, value: valuationOf(input, settings?.hourRial ?? null) };
  },
  save: (db, { id, atMs, value }, { operation }, { kind, agencyId, note, hours }) => [
    change(
      db.insert(contributions).values({
        id,
        operationId: operation.id,
        unitId: operation.unitId,
        kind,
        agencyId,
        note,
        ...value,
        hours,
        recordedAtMs: atMs,
      }),
    ),
    holdOperation(db, operation.id, ['planned', 'running', 'done']),
  ],
  reversal: ({ id }) => ({
    steps: [{ table: contributions, id, at: { removedAtMs: null }, set: { removedAtMs: NOW } }],
  }),
  audit: (_decision, { operation }, { kind, agencyId, note, valueRial, hours }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: fieldsOf({ kind, agencyId, note, valueRial, hours }),
  }),
  answer: ({ id }) => ({ id }),
});
