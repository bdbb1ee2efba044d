import { and, eq } from 'drizzle-orm';
import { change, defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { foldText, refuse } from '@mahalleh/kernel';
import { AmendUnit, UnitChanged } from '../model.ts';
import { dated } from '../rules.ts';
import { units, unitSuccessions } from '../schema.ts';

/** Amends a unit's names and code; a new Persian name is a rename and keeps the old one with its day. */
export const amendUnit = defineCommand({
  name: 'unit.amend',
  permission: 'unit.amend',
  input: AmendUnit,
  output: UnitChanged,
  load: (db, { unitId }) => ({
    unit: one(
      db
        .select()
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
  }),
  decide: ({ unit }, input, { today, newId }) => {
    if (unit.endedOn !== null) return refuse('unit_ended', { field: 'unitId' });
    const onDate = input.onDate ?? today;
    const after = {
      nameFa: input.nameFa,
      nameEn: input.nameEn ?? null,
      officialCode: input.officialCode ?? null,
      isModel: input.isModel ?? unit.isModel,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== unit[key]);
    const rename = unit.nameFa === after.nameFa ? null : { id: newId(), onDate, oldName: unit.nameFa };
    return dated(onDate, today, rename ? unit.fromOn : '') ?? { after, fields, rename };
  },
  save: (db, { after, rename }, _state, { unitId, revision, decreeNumber }) => [
    guarded(
      db
        .update(units)
        .set({ ...after, nameFolded: foldText(`${after.nameFa} ${after.nameEn ?? ''}`), revision: revision + 1 })
        .where(and(eq(units.id, unitId), eq(units.revision, revision))),
    ),
    ...(rename
      ? [
          change(
            db.insert(unitSuccessions).values({
              ...rename,
              kind: 'rename',
              fromUnitId: unitId,
              toUnitId: unitId,
              decreeNumber: decreeNumber ?? null,
            }),
          ),
        ]
      : []),
  ],
  reversal: ({ rename }, { unit }, { unitId, revision }) => ({
    steps: [
      {
        table: units,
        id: unitId,
        revision: revision + 1,
        set: {
          nameFa: unit.nameFa,
          nameEn: unit.nameEn,
          nameFolded: unit.nameFolded,
          officialCode: unit.officialCode,
          isModel: unit.isModel,
        },
      },
      ...(rename ? [{ table: unitSuccessions, id: rename.id, remove: true } as const] : []),
    ],
  }),
  audit: ({ fields }, _state, { unitId }) => ({ subject: unitId, unitId, fields }),
  answer: (_decision, _state, { unitId, revision }) => ({ id: unitId, revision: revision + 1 }),
  conflicts: { 'units.official_code': 'unit_code_taken' },
});
