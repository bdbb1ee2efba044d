import { defineCommand } from '@mahalleh/gate';
import { RegisterUnit, UnitChanged } from '../model.ts';
import { plant } from '../planting.ts';
import { dated, placeUnder } from '../rules.ts';
import { stillStands } from '../transplant.ts';
import { askPlaced, placedOf } from '../tree.ts';

/** Registers a unit under a parent of the actor's. */
export const registerUnit = defineCommand({
  name: 'unit.register',
  permission: 'unit.register',
  input: RegisterUnit,
  output: UnitChanged,
  load: (db, { parentId }) => ({ parent: askPlaced(db, parentId) }),
  decide: ({ parent: row }, { kind, fromOn }, { today, newId }) => {
    const parent = placedOf(row);
    const from = fromOn ?? today;
    return placeUnder(kind, [], parent) ?? dated(from, today, parent.fromOn, 'fromOn') ?? { id: newId(), from };
  },
  save: (db, { id, from }, _state, { kind, parentId, nameFa, nameEn, officialCode }, { nowMs }) => [
    stillStands(db, parentId),
    ...plant([{ id, kind, parentId, nameFa, nameEn, officialCode, fromOn: from }], nowMs),
  ],
  audit: ({ id }) => ({
    subject: id,
    unitId: id,
    fields: ['kind', 'parentId', 'nameFa', 'nameEn', 'officialCode', 'fromOn'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'units.official_code': 'unit_code_taken' },
});
