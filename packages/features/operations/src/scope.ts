import { agencies } from '@mahalleh/agencies/schema';
import { capacities } from '@mahalleh/capacity/schema';
import { isMyUnit, many, one, type ReadDb } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { and, eq, getTableColumns, inArray, isNull, or, sql, type Column, type SQL } from 'drizzle-orm';
import { operations, tasks } from './schema.ts';

type Db = ReadDb<'province'>;

/** 1 when the actor may act on this unit's things for this agency: a grant that names an agency reaches that agency's alone. */
export const mayActFor = (unitId: Column | SQL, agencyId: Column | SQL): SQL<number> =>
  sql<number>`exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = ${unitId} and (mg.agency_id is null or mg.agency_id = ${agencyId}))`;

/** The operation, when the actor may reach it. Fails: operation_unknown. */
export const operationOf = (db: Db, id: string) =>
  one(
    db
      .select()
      .from(operations)
      .where(and(eq(operations.id, id), isMyUnit(operations.unitId))),
    'operation_unknown',
  );

/** The task with what its operation allows and how much evidence it has, when the actor may reach it. Fails: task_unknown. */
export const taskOf = (db: Db, id: string) =>
  one(
    db
      .select({
        ...getTableColumns(tasks),
        operationStatus: operations.status,
        operationStartsOn: operations.startsOn,
        operationEndsOn: operations.endsOn,
        mayAct: mayActFor(tasks.unitId, tasks.agencyId),
        /** What it waits for and is not done yet; the one due first. */
        waitsFor: sql<
          string | null
        >`(select b.title from task_dependencies d join tasks b on b.id = d.after_id where d.task_id = ${tasks.id} and b.status = 'open' order by b.due_on limit 1)`,
        evidence: sql<number>`(select count(*) from evidence e where e.subject_kind = 'task' and e.subject_id = ${tasks.id} and e.removed_at_ms is null)`,
      })
      .from(tasks)
      .innerJoin(operations, eq(operations.id, tasks.operationId))
      .where(and(eq(tasks.id, id), isMyUnit(tasks.unitId))),
    'task_unknown',
  );

/** Those of the agencies that are there and not retired. */
export const livingAgencies = (db: Db, ids: readonly string[]) =>
  many(
    db
      .select({ id: agencies.id })
      .from(agencies)
      .where(and(inArray(agencies.id, [...ids]), isNull(agencies.retiredAtMs))),
  );

/** Those of the people who are there and not retired. */
export const livingPeople = (db: Db, ids: readonly string[]) =>
  many(
    db
      .select({ id: people.id })
      .from(people)
      .where(and(inArray(people.id, [...ids]), isNull(people.retiredAtMs))),
  );

/** Those of the capacities that this unit can use: not withdrawn, of the unit, of a unit above it, or of another unit of the actor. */
export const usableCapacities = (db: Db, ids: readonly string[], unitId: SQL) =>
  many(
    db
      .select({ id: capacities.id })
      .from(capacities)
      .where(
        and(
          inArray(capacities.id, [...ids]),
          isNull(capacities.withdrawnAtMs),
          or(
            isMyUnit(capacities.unitId),
            sql`${capacities.unitId} in (select c.ancestor_id from unit_closure c where c.unit_id = ${unitId})`,
          ),
        ),
      ),
  );
