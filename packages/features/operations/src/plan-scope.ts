import { rolesGranting } from '@mahalleh/access';
import { isMyUnit, many, type ReadDb } from '@mahalleh/gate';
import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { operations, taskDependencies, tasks } from './schema.ts';
import { mayActFor } from './scope.ts';

type Db = ReadDb<'province'>;

/** More than these are not in one plan: a neighbourhood has tens. */
export const PLAN_LIMITS = { operations: 400, tasks: 2000, links: 6000 } as const;

const AMENDERS = sql.join(
  rolesGranting('operation.amend').map((role) => sql`${role}`),
  sql`, `,
);

/** 1 when the actor may also give this unit's operations other days. */
const mayAmend = (unitId: SQL): SQL<number> =>
  sql<number>`exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = ${unitId} and mg.agency_id is null and mg.role in (${AMENDERS}))`;

const linkedIn = (unitId: SQL): SQL =>
  sql`select d.task_id from task_dependencies d where d.unit_id = ${unitId} union all select d.after_id from task_dependencies d where d.unit_id = ${unitId}`;

/** What the order of work in one unit follows from: tasks of operations that last, whatever they are linked to, and the links. */
export const planAsks = (db: Db, unitId: SQL) => ({
  planTasks: many(
    db
      .select({
        id: tasks.id,
        operationId: tasks.operationId,
        title: tasks.title,
        startsOn: tasks.startsOn,
        dueOn: tasks.dueOn,
        status: tasks.status,
        doneAtMs: tasks.doneAtMs,
        isMilestone: tasks.isMilestone,
        baselineStartsOn: tasks.baselineStartsOn,
        baselineDueOn: tasks.baselineDueOn,
        postponedCount: tasks.postponedCount,
        revision: tasks.revision,
        mayAct: mayActFor(tasks.unitId, tasks.agencyId),
      })
      .from(tasks)
      .innerJoin(operations, eq(operations.id, tasks.operationId))
      .where(
        and(
          eq(tasks.unitId, unitId),
          isMyUnit(unitId),
          or(inArray(operations.status, ['planned', 'running']), sql`${tasks.id} in (${linkedIn(unitId)})`),
        ),
      )
      .limit(PLAN_LIMITS.tasks),
  ),
  planLinks: many(
    db
      .select({ taskId: taskDependencies.taskId, afterId: taskDependencies.afterId, lagDays: taskDependencies.lagDays })
      .from(taskDependencies)
      .where(eq(taskDependencies.unitId, unitId))
      .limit(PLAN_LIMITS.links),
  ),
  planOperations: many(
    db
      .select({
        id: operations.id,
        title: operations.title,
        status: operations.status,
        startsOn: operations.startsOn,
        endsOn: operations.endsOn,
        baselineStartsOn: operations.baselineStartsOn,
        baselineEndsOn: operations.baselineEndsOn,
        revision: operations.revision,
        mayAmend: mayAmend(unitId),
      })
      .from(operations)
      .where(and(eq(operations.unitId, unitId), inArray(operations.status, ['planned', 'running'])))
      .limit(PLAN_LIMITS.operations),
  ),
});

/** SQL for the unit of a task. */
export const unitOfTask = (taskId: string): SQL => sql`(select t.unit_id from tasks t where t.id = ${taskId})`;

/** SQL for the unit of an operation. */
export const unitOfOperation = (operationId: string): SQL =>
  sql`(select o.unit_id from operations o where o.id = ${operationId})`;
