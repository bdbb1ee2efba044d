import { agencies } from '@mahalleh/agencies/schema';
import { capacities } from '@mahalleh/capacity/schema';
import { evidence } from '@mahalleh/evidence/schema';
import { defineQuery, isMyUnit, isTouched, many, maybe, one, openedTo } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { domains, problems } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { OperationDetail, ReadOperation } from '../model.ts';
import { totalsOf } from '../rules.ts';
import {
  contributions,
  extensions,
  operationCapacities,
  operations,
  postponements,
  tasks,
  workSettings,
} from '../schema.ts';
import { operationFields, operationItem } from './operation-fields.ts';
import { taskFields, taskShown } from './task-fields.ts';

type HistoryRow = {
  atMs: number;
  action: string;
  actorId: string;
  actorName: string | null;
  subject: string;
  fieldsJson: string;
};

/** One operation with its tasks, what it uses and was given, its evidence and its history. */
export const readOperation = defineQuery({
  name: 'operation',
  permission: 'operation.read',
  input: ReadOperation,
  output: OperationDetail,
  ask: (db, { operationId }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const tasksOfIt = sql`(select t.id from tasks t where t.operation_id = ${operationId})`;
    return {
      operation: one(
        db
          .select({
            ...operationFields(today),
            goal: operations.goal,
            measure: operations.measure,
            resultNote: operations.resultNote,
            resultValue: operations.resultValue,
            cancelReason: operations.cancelReason,
            indicatorId: operations.indicatorId,
            placeKind: operations.placeKind,
            latitude: operations.latitude,
            longitude: operations.longitude,
            baselineStartsOn: operations.baselineStartsOn,
            baselineEndsOn: operations.baselineEndsOn,
            isSensitive: domains.isSensitive,
            plannedAtMs: operations.plannedAtMs,
            startedAtMs: operations.startedAtMs,
            finishedAtMs: operations.finishedAtMs,
          })
          .from(operations)
          .innerJoin(units, eq(units.id, operations.unitId))
          .innerJoin(domains, eq(domains.key, operations.domainKey))
          .leftJoin(agencies, eq(agencies.id, operations.agencyId))
          .where(and(eq(operations.id, operationId), isMyUnit(operations.unitId))),
        'operation_unknown',
      ),
      problem: maybe(
        db
          .select({ id: problems.id, code: problems.code, title: problems.title, status: problems.status })
          .from(problems)
          .innerJoin(operations, eq(operations.problemId, problems.id))
          .where(eq(operations.id, operationId)),
      ),
      tasks: many(
        db
          .select({
            ...taskFields(today),
            doneAtMs: tasks.doneAtMs,
            doneNote: tasks.doneNote,
            cancelReason: tasks.cancelReason,
            reopenedCount: tasks.reopenedCount,
          })
          .from(tasks)
          .innerJoin(operations, eq(operations.id, tasks.operationId))
          .innerJoin(people, eq(people.id, tasks.responsiblePersonId))
          .leftJoin(agencies, eq(agencies.id, tasks.agencyId))
          .where(eq(tasks.operationId, operationId))
          .orderBy(asc(tasks.startsOn), asc(tasks.dueOn), asc(tasks.id)),
      ),
      postponements: many(
        db
          .select()
          .from(postponements)
          .where(and(sql`${postponements.taskId} in ${tasksOfIt}`, isNull(postponements.undoneAtMs)))
          .orderBy(asc(postponements.postponedAtMs)),
      ),
      extensions: many(
        db
          .select({
            fromOn: extensions.fromOn,
            toOn: extensions.toOn,
            reason: extensions.reason,
            atMs: extensions.extendedAtMs,
          })
          .from(extensions)
          .where(and(eq(extensions.operationId, operationId), isNull(extensions.undoneAtMs)))
          .orderBy(asc(extensions.extendedAtMs)),
      ),
      settings: maybe(db.select({ hourRial: workSettings.hourRial }).from(workSettings)),
      capacities: many(
        db
          .select({ id: capacities.id, kind: capacities.kind, name: capacities.name })
          .from(capacities)
          .innerJoin(operationCapacities, eq(operationCapacities.capacityId, capacities.id))
          .where(eq(operationCapacities.operationId, operationId)),
      ),
      // What can be chosen instead: of its neighbourhood and of the county above it.
      usable: many(
        db.text<{ id: string; name: string }>(
          sql`select c.id, c.name from capacities c join operations o on o.id = ${operationId} join units u on u.id = o.unit_id where c.withdrawn_at_ms is null and c.unit_id in (u.id, u.county_id) order by c.name_folded, c.id limit 50`,
        ),
      ),
      contributions: many(
        db
          .select({
            id: contributions.id,
            kind: contributions.kind,
            agencyId: contributions.agencyId,
            agencyName: agencies.name,
            note: contributions.note,
            valueRial: contributions.valueRial,
            valuedBy: contributions.valuedBy,
            hourRial: contributions.hourRial,
            hours: contributions.hours,
            recordedAtMs: contributions.recordedAtMs,
          })
          .from(contributions)
          .leftJoin(agencies, eq(agencies.id, contributions.agencyId))
          .where(and(eq(contributions.operationId, operationId), isNull(contributions.removedAtMs)))
          .orderBy(asc(contributions.recordedAtMs)),
      ),
      evidence: many(
        db
          .select({
            id: evidence.id,
            subjectKind: evidence.subjectKind,
            subjectId: evidence.subjectId,
            kind: evidence.kind,
            note: evidence.note,
            contentType: evidence.contentType,
            bytes: evidence.bytes,
            takenOn: evidence.takenOn,
            takenTime: evidence.takenTime,
            phase: evidence.phase,
            latitude: evidence.latitude,
            longitude: evidence.longitude,
            addedAtMs: evidence.addedAtMs,
            addedByName: people.fullName,
          })
          .from(evidence)
          .leftJoin(people, eq(people.id, evidence.addedBy))
          .where(
            sql`${evidence.removedAtMs} is null and ((${evidence.subjectKind} = 'operation' and ${evidence.subjectId} = ${operationId}) or (${evidence.subjectKind} = 'task' and ${evidence.subjectId} in ${tasksOfIt}))`,
          )
          .orderBy(asc(evidence.addedAtMs)),
      ),
      history: many(
        db.text<HistoryRow>(
          sql`select a.at_ms as atMs, a.action, a.actor_id as actorId, p.full_name as actorName, a.subject, a.fields_json as fieldsJson from audit_log a left join people p on p.id = a.actor_id where ${isTouched(sql`select ${operationId} union all select t.id from tasks t where t.operation_id = ${operationId}`)} order by a.seq desc limit 200`,
        ),
      ),
    };
  },
  shape: (got, _input, { nowMs, ...someone }) => {
    const open = openedTo(someone);
    const today = civilDateOf(nowMs);
    const {
      tasks: _tasks,
      doneTasks: _done,
      lateTasks: _late,
      blockedTasks: _blocked,
      hasMoney: _money,
      ...item
    } = operationItem(got.operation, today);
    return {
      ...item,
      extensions: got.extensions,
      problem: (open.may('problem.read') && got.problem) || null,
      tasks: got.tasks.map(({ operationId: _operation, unitId: _unit, ...task }) => ({
        ...taskShown(task, today),
        postponements: got.postponements
          .filter(({ taskId }) => taskId === task.id)
          .map(({ fromOn, toOn, reason, postponedAtMs }) => ({ fromOn, toOn, reason, atMs: postponedAtMs })),
      })),
      capacities: open.rows('capacity.read', got.capacities),
      usable: open.rows('capacity.read', got.usable),
      contributions: got.contributions,
      totals: totalsOf(got.contributions),
      hourRial: got.settings?.hourRial ?? null,
      evidence: open.rows('evidence.read', got.evidence),
      history: got.history.map(({ fieldsJson, ...entry }) => ({
        ...entry,
        fields: JSON.parse(fieldsJson) as string[],
      })),
    };
  },
});
