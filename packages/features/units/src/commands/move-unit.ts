import { sql } from 'drizzle-orm';
import { change, defineCommand, guarded } from '@mahalleh/gate';
import { MoveUnit, UnitChanged } from '../model.ts';
import { move } from '../rules.ts';
import { unitSuccessions } from '../schema.ts';
import { transplant } from '../transplant.ts';
import { askBelow, askPlaced, belowOf, placedOf } from '../tree.ts';

/** Moves a unit, with everything below it, under another parent; its county follows. */
export const moveUnit = defineCommand({
  name: 'unit.move',
  permission: 'unit.move',
  input: MoveUnit,
  output: UnitChanged,
  load: (db, { unitId, parentId }) => ({
    unit: askPlaced(db, unitId),
    parent: askPlaced(db, parentId),
    below: askBelow(db, unitId),
  }),
  decide: ({ unit, parent, below }, { onDate }, { today, newId }) => {
    const { ids, kinds } = belowOf(below);
    return (
      move({ unit: placedOf(unit), parent: placedOf(parent), belowIds: ids, belowKinds: kinds }, onDate, today) ?? {
        id: newId(),
      }
    );
  },
  save: (db, { id }, _state, { unitId, revision, parentId, onDate, decreeNumber }) => [
    // The place is asked again in the guard: two moves at once could each be right and together make a circle.
    guarded(
      db.text(
        sql`update units set parent_id = ${parentId}, revision = ${revision + 1} where id = ${unitId} and revision = ${revision} and ended_on is null and exists (select 1 from units p where p.id = ${parentId} and p.ended_on is null) and not exists (select 1 from unit_closure c where c.ancestor_id = ${unitId} and c.unit_id = ${parentId})`,
      ),
    ),
    ...transplant(db, [unitId], parentId, onDate),
    change(
      db
        .insert(unitSuccessions)
        .values({ id, kind: 'move', fromUnitId: unitId, toUnitId: unitId, onDate, decreeNumber: decreeNumber ?? null }),
    ),
  ],
  audit: (_decision, _state, { unitId }) => ({ subject: unitId, unitId, fields: ['parentId', 'countyId'] }),
  answer: (_decision, _state, { unitId, revision }) => ({ id: unitId, revision: revision + 1 }),
});
