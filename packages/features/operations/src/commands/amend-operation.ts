import { change, defineCommand, guarded, many, maybe } from '@mahalleh/gate';
import { foldText, isRefusal, refuse, whyNotInProvince, type Refusal } from '@mahalleh/kernel';
import { placeOf } from '@mahalleh/problems/rules';
import { domains } from '@mahalleh/problems/schema';
import { and, eq, ne, sql } from 'drizzle-orm';
import { AmendOperation, Changed } from '../model.ts';
import { operationBaselineOf } from '../moving.ts';
import { placeSaid } from '../place-rules.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { civil, endedRefusal, spanRefusal, taskSpanRefusal } from '../rules.ts';
import { extensions, operationCapacities, operations, tasks } from '../schema.ts';
import { livingAgencies, operationOf, usableCapacities } from '../scope.ts';

/** What an operation is that nobody has approved. */
const UNAPPROVED = { approvedAtMs: null, approvedBy: null, overlapsNoted: null };

/** Changes what is planned, as long as the operation has not ended and its tasks still lie within it; a later end has its reason, and each is kept. Other days, another place or group are approved anew. */
export const amendOperation = defineCommand({
  name: 'operation.amend',
  permission: 'operation.amend',
  input: AmendOperation,
  output: Changed,
  load: (db, input) => ({
    operation: operationOf(db, input.operationId),
    domain: maybe(
      db
        .select({ isSensitive: domains.isSensitive })
        .from(domains)
        .innerJoin(operations, eq(operations.domainKey, domains.key))
        .where(eq(operations.id, input.operationId)),
    ),
    tasks: many(
      db
        .select({ startsOn: tasks.startsOn, dueOn: tasks.dueOn })
        .from(tasks)
        .where(and(eq(tasks.operationId, input.operationId), ne(tasks.status, 'cancelled'))),
    ),
    agencies: livingAgencies(db, idsOf(input.agencyId)),
    used: many(
      db
        .select({ id: operationCapacities.capacityId })
        .from(operationCapacities)
        .where(eq(operationCapacities.operationId, input.operationId)),
    ),
    usable: usableCapacities(
      db,
      idsOf(...(input.capacityIds ?? [])),
      sql`(select o.unit_id from operations o where o.id = ${input.operationId})`,
    ),
  }),
  decide: (state, input, { newId, workspace }) => {
    const { operation } = state;
    const place = placeOf(placeSaid(operation, input), state.domain?.isSensitive ?? false);
    const span = {
      startsOn: input.startsOn ?? civil(operation.startsOn),
      endsOn: input.endsOn ?? civil(operation.endsOn),
    };
    const outside = state.tasks.filter(({ startsOn, dueOn }) =>
      isRefusal(taskSpanRefusal({ startsOn: civil(startsOn), dueOn: civil(dueOn) }, span)),
    ).length;
    const isLater = span.endsOn > operation.endsOn;
    const faults: (Refusal | object | undefined)[] = [
      endedRefusal(operation.status),
      spanRefusal(span),
      isLater && input.reason === undefined ? refuse('later_needs_reason', { field: 'reason' }) : undefined,
      place,
      whyNotInProvince(workspace, input),
      outside > 0
        ? refuse('tasks_outside_operation', { field: input.endsOn ? 'endsOn' : 'startsOn', detail: { tasks: outside } })
        : undefined,
      missingOf([{ id: input.agencyId, field: 'agencyId' }], state.agencies, 'agency_unknown'),
      missingOf(
        (input.capacityIds ?? []).map((id, i) => ({ id, field: `capacityIds.${i}` })),
        [...state.used, ...state.usable],
        'capacity_out_of_reach',
      ),
    ];
    const fault = faults.find(isRefusal);
    if (fault) return fault;
    if (isRefusal(place)) return place;
    const { title, goal, measure, audience, indicatorId, agencyId, startsOn, endsOn } = input;
    const { placeKind, latitude, longitude } = place;
    const isMoved = span.startsOn !== operation.startsOn || span.endsOn !== operation.endsOn;
    const isElsewhere = latitude !== operation.latitude || longitude !== operation.longitude;
    const isForOthers = audience !== undefined && audience !== operation.audience;
    return {
      span,
      // What was approved was this place, these days and this group: others may overlap with others.
      isApprovedAnew: operation.status === 'planned' && (isMoved || isElsewhere || isForOthers),
      extensionId: isLater ? newId() : undefined,
      isMoved,
      place: { placeKind, latitude, longitude },
      set: {
        title,
        goal,
        measure,
        audience,
        indicatorId,
        agencyId,
        startsOn,
        endsOn,
        ...(title === undefined ? {} : { titleFolded: foldText(title) }),
      },
    };
  },
  save: (db, { set, place, span, isMoved, isApprovedAnew, extensionId }, { operation }, input, { nowMs }) => [
    guarded(
      db
        .update(operations)
        .set({
          ...set,
          ...place,
          ...(isMoved ? operationBaselineOf(operation) : {}),
          ...(isApprovedAnew ? UNAPPROVED : {}),
          revision: input.revision + 1,
        })
        .where(
          and(
            eq(operations.id, operation.id),
            eq(operations.revision, input.revision),
            sql`not exists (select 1 from tasks t where t.operation_id = ${operations.id} and t.status <> 'cancelled' and (t.starts_on < ${span.startsOn} or t.due_on > ${span.endsOn}))`,
          ),
        ),
    ),
    ...(extensionId
      ? [
          change(
            db.insert(extensions).values({
              id: extensionId,
              operationId: operation.id,
              unitId: operation.unitId,
              fromOn: operation.endsOn,
              toOn: span.endsOn,
              reason: input.reason ?? '',
              extendedAtMs: nowMs,
            }),
          ),
        ]
      : []),
    ...(input.capacityIds
      ? [change(db.delete(operationCapacities).where(eq(operationCapacities.operationId, operation.id)))]
      : []),
    ...idsOf(...(input.capacityIds ?? [])).map((capacityId) =>
      change(db.insert(operationCapacities).values({ operationId: operation.id, capacityId })),
    ),
  ],
  reversal: ({ span, isApprovedAnew }, state, { operationId, revision, capacityIds }) => {
    const { operation } = state;
    // Set back to fewer days, tasks that were planned since could lie outside.
    const isShorter = span.startsOn < operation.startsOn || span.endsOn > operation.endsOn;
    if (isShorter) return undefined;
    const { title, titleFolded, goal, measure, audience, indicatorId, agencyId, startsOn, endsOn } = operation;
    const { placeKind, latitude, longitude, baselineStartsOn, baselineEndsOn } = operation;
    const days = { startsOn, endsOn, baselineStartsOn, baselineEndsOn };
    const { approvedAtMs, approvedBy, overlapsNoted } = operation;
    const approval = isApprovedAnew ? { approvedAtMs, approvedBy, overlapsNoted } : {};
    const about = {
      title,
      titleFolded,
      goal,
      measure,
      audience,
      indicatorId,
      agencyId,
      placeKind,
      latitude,
      longitude,
    };
    const used = (id: string) => ({ operationId, capacityId: id });
    return {
      steps: [
        { table: operations, id: operationId, revision: revision + 1, set: { ...about, ...days, ...approval } },
        ...(capacityIds
          ? [
              ...state.used.map(({ id }) => ({ table: operationCapacities, insert: used(id) })),
              ...idsOf(...capacityIds).map((id) => ({
                table: operationCapacities,
                id: used(id),
                remove: true as const,
              })),
            ]
          : []),
      ],
    };
  },
  audit: ({ set }, { operation }, { capacityIds, placeKind, latitude, longitude }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: fieldsOf({ ...set, titleFolded: undefined, placeKind, latitude, longitude, capacityIds }),
  }),
  answer: (_decision, { operation }, { revision }) => ({ id: operation.id, revision: revision + 1 }),
});
