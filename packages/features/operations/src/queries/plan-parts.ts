import { agencies } from '@mahalleh/agencies/schema';
import { isMyUnit, many, maybe, one, type Answers, type ReadDb } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { PlanPage } from '../model.ts';
import { PLAN_LIMITS } from '../plan-scope.ts';
import { dayOf, civilOf, datesOf, networkOf, planOf, strainsOf } from '../schedule-rules.ts';
import { operations, taskDependencies, tasks, workSettings } from '../schema.ts';
import { mayActFor } from '../scope.ts';
import { operationFields, operationItem } from './operation-fields.ts';
import { taskFields, taskShown } from './task-fields.ts';

const LASTING = ['planned', 'running'] as const;

/** Which operations are in a plan: those that last, and what else is asked for – everything, or one by its id. */
const chosen = (also: boolean | string): SQL | undefined =>
  also === true ? undefined : or(inArray(operations.status, [...LASTING]), also ? eq(operations.id, also) : undefined);

/** What a plan is made of: everything of one unit, in one request. `also`: what is in it though it has ended. */
export const planParts = (
  db: ReadDb<'province'>,
  unitId: SQL,
  { also, today, unknown }: { also: boolean | string; today: CivilDate; unknown: string },
) => {
  const linked = sql`(select d.task_id from task_dependencies d where d.unit_id = ${unitId} union all select d.after_id from task_dependencies d where d.unit_id = ${unitId})`;
  return {
    unit: one(
      db.text<{
        id: string;
        nameFa: string;
        nameEn: string | null;
        parentNameFa: string | null;
        parentNameEn: string | null;
      }>(
        sql`select u.id, u.name_fa as "nameFa", u.name_en as "nameEn", p.name_fa as "parentNameFa", p.name_en as "parentNameEn" from units u left join units p on p.id = u.parent_id where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`,
      ),
      unknown,
    ),
    operations: many(
      db
        .select({
          ...operationFields(today),
          baselineStartsOn: operations.baselineStartsOn,
          baselineEndsOn: operations.baselineEndsOn,
        })
        .from(operations)
        .innerJoin(units, eq(units.id, operations.unitId))
        .leftJoin(agencies, eq(agencies.id, operations.agencyId))
        .where(and(eq(operations.unitId, unitId), isMyUnit(operations.unitId), chosen(also)))
        .orderBy(asc(operations.startsOn), asc(operations.id))
        .limit(PLAN_LIMITS.operations + 1),
    ),
    tasks: many(
      db
        .select({
          ...taskFields(today),
          doneAtMs: tasks.doneAtMs,
          baselineStartsOn: tasks.baselineStartsOn,
          baselineDueOn: tasks.baselineDueOn,
          mayAct: mayActFor(tasks.unitId, tasks.agencyId),
        })
        .from(tasks)
        .innerJoin(operations, eq(operations.id, tasks.operationId))
        .innerJoin(people, eq(people.id, tasks.responsiblePersonId))
        .leftJoin(agencies, eq(agencies.id, tasks.agencyId))
        .where(
          and(
            eq(tasks.unitId, unitId),
            isMyUnit(tasks.unitId),
            sql`${tasks.status} <> 'cancelled'`,
            also === true ? undefined : or(chosen(also), sql`${tasks.id} in ${linked}`),
          ),
        )
        .orderBy(asc(tasks.startsOn), asc(tasks.dueOn), asc(tasks.id))
        .limit(PLAN_LIMITS.tasks + 1),
    ),
    links: many(
      db
        .select({
          taskId: taskDependencies.taskId,
          afterId: taskDependencies.afterId,
          lagDays: taskDependencies.lagDays,
        })
        .from(taskDependencies)
        .where(and(eq(taskDependencies.unitId, unitId), isMyUnit(taskDependencies.unitId)))
        .limit(PLAN_LIMITS.links),
    ),
    budget: one(
      db.text<{ without: number; whole: number }>(
        sql`select count(*) as whole, coalesce(sum(not exists (select 1 from contributions c where c.operation_id = o.id and c.kind = 'money' and c.removed_at_ms is null)), 0) as without from operations o where o.unit_id = ${unitId} and o.status <> 'cancelled' and ${isMyUnit(sql`o.unit_id`)}`,
      ),
    ),
    settings: maybe(db.select({ weekend: workSettings.weekend }).from(workSettings)),
  };
};

/** The plan of what was found, with slack, the critical path and what is strained. */
export const planPage = (got: Answers<ReturnType<typeof planParts>>, today: CivilDate): PlanPage => {
  const shown = got.operations.slice(0, PLAN_LIMITS.operations);
  const known = new Set(shown.map(({ id }) => id));
  const rows = got.tasks.slice(0, PLAN_LIMITS.tasks);
  const network = networkOf(planOf({ tasks: rows, links: got.links, operations: shown }));
  const dates = datesOf(network);
  const strains = new Map<string, number>();
  for (const { taskId, earliest } of strainsOf(network))
    strains.set(taskId, Math.max(earliest, strains.get(taskId) ?? earliest));
  const reserveOf = (operationId: string, endsOn: string): number | null => {
    const open = rows.filter((task) => task.operationId === operationId && task.status === 'open');
    return open.length === 0 ? null : dayOf(endsOn) - Math.max(...open.map(({ dueOn }) => dayOf(dueOn)));
  };
  return {
    unit: got.unit,
    operations: shown.map((row) => ({ ...operationItem(row, today), reserveDays: reserveOf(row.id, row.endsOn) })),
    tasks: rows
      .filter(({ operationId }) => known.has(operationId))
      .map((row) => {
        const { unitId: _unit, mayAct, ...task } = taskShown(row, today);
        const date = dates.get(task.id);
        const free = strains.get(task.id);
        return {
          ...task,
          mayAct: mayAct === 1,
          slackDays: date?.slack ?? null,
          isCritical: date?.isCritical ?? false,
          latestDueOn: date ? civilOf(date.latestDue) : null,
          freeOn: free === undefined ? null : civilOf(free),
        };
      }),
    links: got.links,
    isCut: got.operations.length > shown.length || got.tasks.length > rows.length,
    zeroBudget: { without: got.budget.without, all: got.budget.whole },
    weekend: got.settings?.weekend ?? '6',
    today,
  };
};
