import { change, defineCommand } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { SplitUnit, UnitSplit } from '../model.ts';
import { plant } from '../planting.ts';
import { dated, handOn } from '../rules.ts';
import { unitSuccessions } from '../schema.ts';
import { endUnit, nothingLivesBelow, stillStands, transplant } from '../transplant.ts';
import { askLivingChildren, askPlaced, placedOf } from '../tree.ts';

/** Ends a unit and puts several in its place; what lies below is handed on, and what happened stays known on both sides. */
export const splitUnit = defineCommand({
  name: 'unit.split',
  permission: 'unit.split',
  input: SplitUnit,
  output: UnitSplit,
  load: (db, { unitId }) => ({ unit: askPlaced(db, unitId), children: askLivingChildren(db, [unitId]) }),
  decide: ({ unit: row, children }, { into, onDate }, { today, newId }) => {
    const unit = placedOf(row);
    if (unit.kind === 'province') return refuse('province_stays');
    if (unit.endedOn !== null) return refuse('unit_ended', { field: 'unitId' });
    const livingChildIds = children.map(({ id }) => id);
    const parts = into.map((part) => ({ ...part, id: newId(), successionId: newId(), childIds: part.childIds ?? [] }));
    return (
      dated(onDate, today, unit.lastPlacedOn) ??
      handOn({ livingChildIds, parts: parts.map(({ childIds }) => childIds) }) ?? { unit, parts }
    );
  },
  save: (db, { unit, parts }, _state, { unitId, revision, onDate, decreeNumber }, { nowMs }) => [
    ...endUnit(db, unitId, revision, onDate),
    ...(unit.parentId ? [stillStands(db, unit.parentId)] : []),
    ...plant(
      parts.map(({ id, nameFa, nameEn, officialCode }) => ({
        id,
        nameFa,
        nameEn,
        officialCode,
        kind: unit.kind,
        parentId: unit.parentId,
        fromOn: onDate,
        isSample: unit.isSample,
      })),
      nowMs,
    ),
    ...parts.flatMap(({ id, childIds }) => (childIds.length > 0 ? transplant(db, childIds, id, onDate) : [])),
    nothingLivesBelow(db, unitId),
    change(
      db.insert(unitSuccessions).values(
        parts.map(({ id, successionId }) => ({
          id: successionId,
          kind: 'split' as const,
          fromUnitId: unitId,
          toUnitId: id,
          onDate,
          oldName: unit.nameFa,
          decreeNumber: decreeNumber ?? null,
        })),
      ),
    ),
  ],
  audit: (_decision, _state, { unitId }) => ({ subject: unitId, unitId, fields: ['endedOn', 'into'] }),
  answer: ({ parts }, _state, { unitId, revision }) => ({
    id: unitId,
    revision: revision + 1,
    intoIds: parts.map(({ id }) => id),
  }),
  conflicts: { 'units.official_code': 'unit_code_taken' },
});
