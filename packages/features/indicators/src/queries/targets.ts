import { defineQuery, inMyUnits, isMyUnit, one } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { and, isNull, sql } from 'drizzle-orm';
import { ListTargets, TargetList } from '../model.ts';
import { targets } from '../schema.ts';
import { askTargets, isNotPartOfMine, targetsFrom } from './target-asks.ts';

const SIZE = 25;

/** The targets of my units with what has been reached and what is needed by today, those of larger units and due first before others. */
export const listTargets = defineQuery({
  name: 'targets',
  permission: 'target.read',
  input: ListTargets,
  output: TargetList,
  ask: (db, { unitId, withDropped, withParts, page = 1, size = SIZE }) => {
    const chosen = and(
      unitId
        ? sql`${targets.unitId} in (select uc.unit_id from unit_closure uc where uc.ancestor_id = ${unitId}) and ${isMyUnit(targets.unitId)}`
        : inMyUnits(targets.unitId),
      withDropped ? undefined : isNull(targets.droppedAtMs),
      withParts ? undefined : isNotPartOfMine,
    );
    return {
      ...askTargets(db, chosen, size, (page - 1) * size),
      total: one(
        db
          .select({ n: sql<number>`count(*)` })
          .from(targets)
          .where(chosen),
      ),
    };
  },
  shape: (got, { page = 1, size = SIZE }, { nowMs }) => ({
    rows: targetsFrom(got, civilDateOf(nowMs)),
    total: got.total.n,
    page,
    size,
  }),
});
