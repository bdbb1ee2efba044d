import { change, defineCommand, isMyUnit, maybe, one } from '@mahalleh/gate';
import { foldText, isRefusal, refuse, whyNotInProvince, type Refusal } from '@mahalleh/kernel';
import { placeOf } from '@mahalleh/problems/rules';
import { domains, problems } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { and, eq, sql } from 'drizzle-orm';
import { Planned, PlanOperation } from '../model.ts';
import { newOrderRefusal } from '../moving-rules.ts';
import { idsOf, missingOf } from '../references.ts';
import { codeOf, milestoneRefusal, problemRefusal, spanRefusal, taskSpanRefusal } from '../rules.ts';
import { operationCapacities, operations, taskDependencies, tasks } from '../schema.ts';
import { livingAgencies, livingPeople, usableCapacities } from '../scope.ts';

type Decision = {
  operation: typeof operations.$inferInsert;
  tasks: (typeof tasks.$inferInsert)[];
  links: (typeof taskDependencies.$inferInsert)[];
  capacities: (typeof operationCapacities.$inferInsert)[];
};

/** The unit of the programme is the neighbourhood, a village among them; one that has ended takes nothing new. */
const unitRefusal = (unit: { kind: string; endedOn: string | null }): Refusal | undefined => {
  if (unit.kind !== 'neighbourhood' && unit.kind !== 'village')
    return refuse('operation_outside_neighbourhood', { field: 'unitId' });
  return unit.endedOn ? refuse('operation_unit_ended', { field: 'unitId' }) : undefined;
};

/** Plans an operation with its tasks, in one neighbourhood, for one of its problems or for a domain. */
export const planOperation = defineCommand({
  name: 'operation.plan',
  permission: 'operation.plan',
  input: PlanOperation,
  output: Planned,
  load: (db, input) => ({
    unit: one(
      db
        .select({ id: units.id, kind: units.kind, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, input.unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    problem: maybe(
      db
        .select({
          status: problems.status,
          unitId: problems.unitId,
          domainKey: problems.domainKey,
          isSensitive: domains.isSensitive,
        })
        .from(problems)
        .innerJoin(domains, eq(domains.key, problems.domainKey))
        .where(and(eq(problems.id, input.problemId ?? ''), isMyUnit(problems.unitId))),
    ),
    domain: maybe(
      db
        .select({ key: domains.key, isSensitive: domains.isSensitive })
        .from(domains)
        .where(eq(domains.key, input.domainKey ?? '')),
    ),
    agencies: livingAgencies(db, idsOf(input.agencyId, ...input.tasks.map(({ agencyId }) => agencyId))),
    people: livingPeople(db, idsOf(...input.tasks.map(({ responsiblePersonId }) => responsiblePersonId))),
    capacities: usableCapacities(db, idsOf(...(input.capacityIds ?? [])), sql`${input.unitId}`),
  }),
  decide: (state, input, { newId, nowMs, workspace }): Decision | Refusal => {
    const { problem } = state;
    if (input.problemId && !problem) return refuse('problem_unknown', { field: 'problemId' });
    const domainKey = problem?.domainKey ?? state.domain?.key;
    if (!domainKey)
      return refuse(input.domainKey ? 'domain_unknown' : 'operation_without_domain', { field: 'domainKey' });
    const place = placeOf(input, (problem ?? state.domain)?.isSensitive ?? false);
    const faults = [
      unitRefusal(state.unit),
      problem && problemRefusal(problem, input),
      spanRefusal(input),
      place,
      whyNotInProvince(workspace, input),
      ...input.tasks.map((task, i) => taskSpanRefusal(task, input, `tasks.${i}.`)),
      ...input.tasks.map((task, i) => milestoneRefusal(task, task.isMilestone, `tasks.${i}.`)),
      newOrderRefusal(input.tasks),
      missingOf(
        [
          { id: input.agencyId, field: 'agencyId' },
          ...input.tasks.map(({ agencyId }, i) => ({ id: agencyId, field: `tasks.${i}.agencyId` })),
        ],
        state.agencies,
        'agency_unknown',
      ),
      missingOf(
        input.tasks.map(({ responsiblePersonId }, i) => ({
          id: responsiblePersonId,
          field: `tasks.${i}.responsiblePersonId`,
        })),
        state.people,
        'person_unknown',
      ),
      missingOf(
        (input.capacityIds ?? []).map((id, i) => ({ id, field: `capacityIds.${i}` })),
        state.capacities,
        'capacity_out_of_reach',
      ),
    ];
    const fault = faults.find(isRefusal);
    if (fault) return fault;
    if (isRefusal(place)) return place;
    const id = newId();
    const taskIds = input.tasks.map(() => newId());
    return {
      operation: {
        id,
        code: codeOf(id),
        unitId: input.unitId,
        problemId: input.problemId ?? null,
        domainKey,
        agencyId: input.agencyId ?? null,
        title: input.title,
        titleFolded: foldText(input.title),
        goal: input.goal ?? null,
        measure: input.measure ?? null,
        audience: input.audience ?? null,
        indicatorId: input.indicatorId ?? null,
        placeKind: place.placeKind,
        latitude: place.latitude,
        longitude: place.longitude,
        status: 'planned',
        startsOn: input.startsOn,
        endsOn: input.endsOn,
        plannedAtMs: nowMs,
      },
      tasks: input.tasks.map((task, i) => ({
        id: taskIds[i] ?? '',
        operationId: id,
        unitId: input.unitId,
        title: task.title,
        responsiblePersonId: task.responsiblePersonId,
        agencyId: task.agencyId === undefined ? (input.agencyId ?? null) : task.agencyId,
        startsOn: task.startsOn,
        dueOn: task.dueOn,
        isMilestone: task.isMilestone ?? false,
        status: 'open',
      })),
      links: input.tasks.flatMap((task, i) =>
        [...new Set(task.after)].map((place) => ({
          taskId: taskIds[i] ?? '',
          afterId: taskIds[place - 1] ?? '',
          unitId: input.unitId,
          linkedAtMs: nowMs,
        })),
      ),
      capacities: idsOf(...(input.capacityIds ?? [])).map((capacityId) => ({ operationId: id, capacityId })),
    };
  },
  save: (db, plan) => [
    change(db.insert(operations).values(plan.operation)),
    change(db.insert(tasks).values(plan.tasks)),
    ...(plan.links.length > 0 ? [change(db.insert(taskDependencies).values(plan.links))] : []),
    ...(plan.capacities.length > 0 ? [change(db.insert(operationCapacities).values(plan.capacities))] : []),
  ],
  audit: ({ operation }) => ({
    subject: operation.id,
    unitId: operation.unitId,
    fields: ['title', 'problem', 'domain', 'agency', 'dates', 'tasks', 'capacities'],
  }),
  answer: ({ operation }) => ({ id: operation.id, code: operation.code, revision: 1 }),
  conflicts: { 'operations.code': 'operation_code_taken' },
});
