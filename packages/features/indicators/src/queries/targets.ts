import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { ListTargets, TargetList } from '../model.ts';
import { targets } from '../schema.ts';
import { targetFields, targetItem } from './target-fields.ts';

/** The targets of my units with what has been reached and what is needed by today, those due first before others. */
export const listTargets = defineQuery({
  name: 'targets',
  permission: 'target.read',
  input: ListTargets,
  output: TargetList,
  ask: (db, { unitId, withDropped, page = 1, size = 25 }) => {
    const chosen = and(
      unitId
        ? sql`${targets.unitId} in (select uc.unit_id from unit_closure uc where uc.ancestor_id = ${unitId}) and ${isMyUnit(targets.unitId)}`
        : inMyUnits(targets.unitId),
      withDropped ? undefined : isNull(targets.droppedAtMs),
    );
    return {
      rows: many(
        db
          .select(targetFields)
          .from(targets)
          .innerJoin(units, eq(units.id, targets.unitId))
          .where(chosen)
          .orderBy(asc(targets.dueOn), asc(targets.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(
        db
          .select({ n: sql<number>`count(*)` })
          .from(targets)
          .where(chosen),
      ),
    };
  },
  shape: ({ rows, total }, { page = 1, size = 25 }, { nowMs }) => {
    const today = civilDateOf(nowMs);
    return { rows: rows.map((row) => targetItem(row, today)), total: total.n, page, size };
  },
});
