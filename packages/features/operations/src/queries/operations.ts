import { agencies } from '@mahalleh/agencies/schema';
import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf, foldText } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, desc, eq, or, sql, type Column, type SQL } from 'drizzle-orm';
import { ListOperations, OperationList } from '../model.ts';
import { operations } from '../schema.ts';
import { hasBlocked, isLate, operationFields, operationItem } from './operation-fields.ts';

/** Rows of the actor's units; of one unit and everything below it when one is named. */
export const within = (unitId: Column, chosen: string | undefined): SQL =>
  chosen
    ? sql`${unitId} in (select uc.unit_id from unit_closure uc where uc.ancestor_id = ${chosen}) and ${isMyUnit(unitId)}`
    : inMyUnits(unitId);

/** The operations of my units, newest plans first. */
export const listOperations = defineQuery({
  name: 'operations',
  permission: 'operation.read',
  input: ListOperations,
  output: OperationList,
  ask: (db, input, { nowMs }) => {
    const { unitId, status, agencyId, problemId, late, blocked, q, page = 1, size = 25 } = input;
    const today = civilDateOf(nowMs);
    const words = foldText(q ?? '');
    const chosen = and(
      within(operations.unitId, unitId),
      status && eq(operations.status, status),
      agencyId &&
        or(
          eq(operations.agencyId, agencyId),
          sql`exists (select 1 from tasks t where t.operation_id = ${operations.id} and t.agency_id = ${agencyId})`,
        ),
      problemId && eq(operations.problemId, problemId),
      late ? isLate(today) : undefined,
      blocked ? hasBlocked(today) : undefined,
      words
        ? or(sql`instr(${operations.titleFolded}, ${words}) > 0`, eq(operations.code, words.toUpperCase()))
        : undefined,
    );
    return {
      rows: many(
        db
          .select(operationFields(today))
          .from(operations)
          .innerJoin(units, eq(units.id, operations.unitId))
          .leftJoin(agencies, eq(agencies.id, operations.agencyId))
          .where(chosen)
          .orderBy(desc(operations.startsOn), desc(operations.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(
        db
          .select({ n: sql<number>`count(*)` })
          .from(operations)
          .where(chosen),
      ),
    };
  },
  shape: ({ rows, total }, { page = 1, size = 25 }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return { rows: rows.map((row) => operationItem(row, today)), total: total.n, page, size };
  },
});
