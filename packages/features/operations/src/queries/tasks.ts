import { agencies } from '@mahalleh/agencies/schema';
import { defineQuery, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import { isBlocked } from '../blocked-sql.ts';
import { ListTasks, TaskList } from '../model.ts';
import { operations, tasks } from '../schema.ts';
import { within } from './operations.ts';
import { taskFields, taskShown } from './task-fields.ts';

/** The tasks of my units, the ones due first before others: which are late, by how many days, and who answers for them. */
export const listTasks = defineQuery({
  name: 'tasks',
  permission: 'operation.read',
  input: ListTasks,
  output: TaskList,
  ask: (db, { unitId, agencyId, status, late, blocked, mine, page = 1, size = 25 }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const chosen = and(
      within(tasks.unitId, unitId),
      agencyId && eq(tasks.agencyId, agencyId),
      status && eq(tasks.status, status),
      late ? and(eq(tasks.status, 'open'), lt(tasks.dueOn, today)) : undefined,
      blocked ? sql`exists (select 1 from tasks t where t.id = ${tasks.id} and ${isBlocked(today)})` : undefined,
      mine
        ? sql`(${tasks.responsiblePersonId} in (select person_id from me) or exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = ${tasks.unitId} and mg.agency_id = ${tasks.agencyId}))`
        : undefined,
    );
    return {
      rows: many(
        db
          .select({
            ...taskFields(today),
            operationCode: operations.code,
            operationTitle: operations.title,
            unitNameFa: units.nameFa,
            unitNameEn: units.nameEn,
          })
          .from(tasks)
          .innerJoin(operations, eq(operations.id, tasks.operationId))
          .innerJoin(units, eq(units.id, tasks.unitId))
          .innerJoin(people, eq(people.id, tasks.responsiblePersonId))
          .leftJoin(agencies, eq(agencies.id, tasks.agencyId))
          .where(chosen)
          .orderBy(asc(tasks.dueOn), asc(tasks.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(
        db
          .select({ n: sql<number>`count(*)` })
          .from(tasks)
          .where(chosen),
      ),
    };
  },
  shape: ({ rows, total }, { page = 1, size = 25 }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return { rows: rows.map((row) => taskShown(row, today)), total: total.n, page, size };
  },
});
