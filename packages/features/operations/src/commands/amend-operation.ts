import { change, defineCommand, guarded, many } from '@mahalleh/gate';
import { foldText, isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { and, eq, ne, sql } from 'drizzle-orm';
import { AmendOperation, Changed } from '../model.ts';
import { fieldsOf, idsOf, missingOf } from '../references.ts';
import { civil, endedRefusal, spanRefusal, taskSpanRefusal } from '../rules.ts';
import { operationCapacities, operations, tasks } from '../schema.ts';
import { livingAgencies, operationOf, usableCapacities } from '../scope.ts';

/** Changes what is planned, as long as the operation has not ended and its tasks still lie within it. */
export const amendOperation = defineCommand({
  name: 'operation.amend',
  permission: 'operation.amend',
  input: AmendOperation,
  output: Changed,
  load: (db, input) => ({
    operation: operationOf(db, input.operationId),
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
  decide: (state, input) => {
    const { operation } = state;
    const span = {
      startsOn: input.startsOn ?? civil(operation.startsOn),
      endsOn: input.endsOn ?? civil(operation.endsOn),
    };
    const outside = state.tasks.filter(({ startsOn, dueOn }) =>
      isRefusal(taskSpanRefusal({ startsOn: civil(startsOn), dueOn: civil(dueOn) }, span)),
    ).length;
    const faults: (Refusal | undefined)[] = [
      endedRefusal(operation.status),
      spanRefusal(span),
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
    const { title, goal, measure, agencyId, startsOn, endsOn } = input;
    return {
      span,
      set: {
        title,
        goal,
        measure,
        agencyId,
        startsOn,
        endsOn,
        ...(title === undefined ? {} : { titleFolded: foldText(title) }),
      },
    };
  },
  save: (db, { set, span }, _state, { operationId, revision, capacityIds }) => [
    guarded(
      db
        .update(operations)
        .set({ ...set, revision: revision + 1 })
        .where(
          and(
            eq(operations.id, operationId),
            eq(operations.revision, revision),
            sql`not exists (select 1 from tasks t where t.operation_id = ${operations.id} and t.status <> 'cancelled' and (t.starts_on < ${span.startsOn} or t.due_on > ${span.endsOn}))`,
          ),
        ),
    ),
    ...(capacityIds
      ? [change(db.delete(operationCapacities).where(eq(operationCapacities.operationId, operationId)))]
      : []),
    ...idsOf(...(capacityIds ?? [])).map((capacityId) =>
      change(db.insert(operationCapacities).values({ operationId, capacityId })),
    ),
  ],
  audit: ({ set }, { operation }, { capacityIds }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: fieldsOf({ ...set, titleFolded: undefined, capacityIds }),
  }),
  answer: (_decision, { operation }, { revision }) => ({ id: operation.id, revision: revision + 1 }),
});
