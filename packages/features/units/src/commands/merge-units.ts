import { sql } from 'drizzle-orm';
import { change, defineCommand, isMyUnit, one } from '@mahalleh/gate';
import { MergeUnits, UnitChanged } from '../model.ts';
import { plant } from '../planting.ts';
import { dated, merge } from '../rules.ts';
import { unitSuccessions } from '../schema.ts';
import { endUnit, nothingLivesBelow, stillStands, transplant } from '../transplant.ts';
import { askLivingChildren, askPlaced, placedOf } from '../tree.ts';

type Other = {
  id: string;
  kind: string;
  parentId: string | null;
  endedOn: string | null;
  placedOn: string;
  nameFa: string;
};

/** Ends several units and puts one in their place, with everything that lay below them. */
export const mergeUnits = defineCommand({
  name: 'unit.merge',
  permission: 'unit.merge',
  input: MergeUnits,
  output: UnitChanged,
  load: (db, { unitId, others }) => {
    const ids = others.map((other) => other.unitId);
    const given = sql`select value from json_each(${JSON.stringify(ids)})`;
    return {
      unit: askPlaced(db, unitId),
      // All of them or none: one that is not the actor's is as if it were not there.
      others: one(
        db.text<{ found: string }>(
          sql`select g.found from (select json_group_array(json_object('id', u.id, 'kind', u.kind, 'parentId', u.parent_id, 'endedOn', u.ended_on, 'nameFa', u.name_fa, 'placedOn', (select max(m.from_on) from unit_memberships m where m.unit_id = u.id))) as found, count(*) as n from units u where u.id in (${given}) and ${isMyUnit(sql`u.id`)}) g where g.n = ${new Set(ids).size}`,
        ),
        'unit_unknown',
      ),
      children: askLivingChildren(db, [unitId, ...ids]),
    };
  },
  decide: ({ unit: row, others, children }, input, { today, newId }) => {
    const unit = placedOf(row);
    const found = new Map((JSON.parse(others.found) as Other[]).map((other) => [other.id, other]));
    const rest = input.others.flatMap(({ unitId, revision }) => {
      const other = found.get(unitId);
      return other ? [{ ...other, kind: other.kind as typeof unit.kind, revision }] : [];
    });
    const ended = [{ ...unit, revision: input.revision, placedOn: unit.lastPlacedOn }, ...rest];
    const notBefore =
      ended
        .map(({ placedOn }) => placedOn)
        .sort()
        .at(-1) ?? '';
    return (
      merge(ended) ??
      dated(input.onDate, today, notBefore) ?? {
        id: newId(),
        unit,
        ended: ended.map(({ id, revision, nameFa }) => ({ id, revision, nameFa, successionId: newId() })),
        childIds: children.map(({ id }) => id),
      }
    );
  },
  save: (
    db,
    { id, unit, ended, childIds },
    _state,
    { nameFa, nameEn, officialCode, onDate, decreeNumber },
    { nowMs },
  ) => [
    ...ended.flatMap((one) => endUnit(db, one.id, one.revision, onDate)),
    ...(unit.parentId ? [stillStands(db, unit.parentId)] : []),
    ...plant(
      [
        {
          id,
          kind: unit.kind,
          parentId: unit.parentId,
          nameFa,
          nameEn,
          officialCode,
          fromOn: onDate,
          isSample: unit.isSample,
        },
      ],
      nowMs,
    ),
    ...(childIds.length > 0 ? transplant(db, childIds, id, onDate) : []),
    ...ended.map((one) => nothingLivesBelow(db, one.id)),
    change(
      db.insert(unitSuccessions).values(
        ended.map((one) => ({
          id: one.successionId,
          kind: 'merge' as const,
          fromUnitId: one.id,
          toUnitId: id,
          onDate,
          oldName: one.nameFa,
          decreeNumber: decreeNumber ?? null,
        })),
      ),
    ),
  ],
  audit: ({ id }) => ({
    subject: id,
    unitId: id,
    fields: ['mergedFrom', 'nameFa', 'nameEn', 'officialCode', 'fromOn'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
  conflicts: { 'units.official_code': 'unit_code_taken' },
});
