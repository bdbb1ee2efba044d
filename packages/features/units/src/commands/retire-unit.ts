import { defineCommand } from '@mahalleh/gate';
import { RetireUnit, UnitChanged } from '../model.ts';
import { dated, retire } from '../rules.ts';
import { endUnit, nothingLivesBelow } from '../transplant.ts';
import { askLivingChildren, askPlaced, placedOf } from '../tree.ts';

/** Ends a unit with nothing in its place. Its records stay. */
export const retireUnit = defineCommand({
  name: 'unit.retire',
  permission: 'unit.retire',
  input: RetireUnit,
  output: UnitChanged,
  load: (db, { unitId }) => ({ unit: askPlaced(db, unitId), children: askLivingChildren(db, [unitId]) }),
  decide: ({ unit: row, children }, { onDate }, { today }) => {
    const unit = placedOf(row);
    return retire({ ...unit, livingChildren: children.length }) ?? dated(onDate, today, unit.lastPlacedOn) ?? { unit };
  },
  save: (db, _decision, _state, { unitId, revision, onDate }) => [
    ...endUnit(db, unitId, revision, onDate),
    nothingLivesBelow(db, unitId),
  ],
  audit: (_decision, _state, { unitId }) => ({ subject: unitId, unitId, fields: ['endedOn'] }),
  answer: (_decision, _state, { unitId, revision }) => ({ id: unitId, revision: revision + 1 }),
});
