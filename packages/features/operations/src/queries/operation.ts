import { agencies } from '@mahalleh/agencies/schema';
import { capacities } from '@mahalleh/capacity/schema';
import { evidence } from '@mahalleh/evidence/schema';
import { defineQuery, isMyUnit, many, maybe, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { problems } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { OperationDetail, ReadOperation } from '../model.ts';
import { totalsOf } from '../rules.ts';
import { contributions, operationCapacities, operations, postponements, tasks } from '../schema.ts';
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
    const tasksOfIt = sql`(select t.id from tasks t where t.operation_id = ${operationId})`;
    return {
      operation: one(
        db
          .select({
            ...operationFields(civilDateOf(nowMs)),
            goal: operations.goal,
            measure: operations.measure,
            resultNote: operations.resultNote,
            resultValue: operations.resultValue,
            cancelReason: operations.cancelReason,
            plannedAtMs: operations.plannedAtMs,
            startedAtMs: operations.startedAtMs,
            finishedAtMs: operations.finishedAtMs,
          })
          .from(operations)
          .innerJoin(units, eq(units.id, operations.unitId))
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
            ...taskFields,
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
          .where(sql`${postponements.taskId} in ${tasksOfIt}`)
          .orderBy(asc(postponements.postponedAtMs)),
      ),
      capacities: many(
        db
          .select({ id: capacities.id, kind: capacities.kind, name: capacities.name })
          .from(capacities)
          .innerJoin(operationCapacities, eq(operationCapacities.capacityId, capacities.id))
          .where(eq(operationCapacities.operationId, operationId)),
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
          sql`select a.at_ms as atMs, a.action, a.actor_id as actorId, p.full_name as actorName, a.subject, a.fields_json as fieldsJson from audit_log a left join people p on p.id = a.actor_id where a.subject in (select ${operationId} union all select t.id from tasks t where t.operation_id = ${operationId}) order by a.seq desc limit 200`,
        ),
      ),
    };
  },
  shape: (got, _input, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const { goal, measure, resultNote, resultValue, cancelReason, plannedAtMs, startedAtMs, finishedAtMs, ...row } =
      got.operation;
    const { tasks: _tasks, doneTasks: _done, lateTasks: _late, hasMoney: _money, ...item } = operationItem(row, today);
    return {
      ...item,
      ...{ goal, measure, resultNote, resultValue, cancelReason, plannedAtMs, startedAtMs, finishedAtMs },
      problem: got.problem ?? null,
      tasks: got.tasks.map(({ operationId: _operation, unitId: _unit, ...task }) => ({
        ...taskShown(task, today),
        postponements: got.postponements
          .filter(({ taskId }) => taskId === task.id)
          .map(({ fromOn, toOn, reason, postponedAtMs }) => ({ fromOn, toOn, reason, atMs: postponedAtMs })),
      })),
      capacities: got.capacities,
      contributions: got.contributions,
      totals: totalsOf(got.contributions),
      evidence: got.evidence,
      history: got.history.map(({ fieldsJson, ...entry }) => ({
        ...entry,
        fields: JSON.parse(fieldsJson) as string[],
      })),
    };
  },
});
