import { and, eq, isNull, sql } from 'drizzle-orm';
import { change, guarded, type Change } from '@mahalleh/gate';
import { unitMemberships, units } from './schema.ts';
import type { UnitWrites } from './tree.ts';

/** A fresh id made by the database, where how many are needed is known only there. Shape: UUIDv4. */
const FRESH_ID = sql.raw(
  "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))",
);

/**
 * The changes that put living units, each with everything below it, under another parent on a day: closure rebuilt,
 * county carried down, open memberships closed and opened (corrected in place where they began that day or later).
 * The roots do not lie within each other.
 */
export const transplant = (db: UnitWrites, roots: readonly string[], parentId: string, onDate: string): Change[] => {
  const given = sql`select value from json_each(${JSON.stringify(roots)})`;
  const below = sql`select unit_id from unit_closure where ancestor_id in (${given})`;
  const county = sql`(select county_id from units where id = ${parentId})`;
  const isOpenBelow = sql`to_on is null and unit_id in (${below})`;
  return [
    change(db.text(sql`delete from unit_closure where unit_id in (${below}) and ancestor_id not in (${below})`)),
    change(
      db.text(
        sql`insert into unit_closure (ancestor_id, unit_id) select a.ancestor_id, s.unit_id from unit_closure a join unit_closure s on s.ancestor_id in (${given}) where a.unit_id = ${parentId}`,
      ),
    ),
    change(
      db.text(
        sql`update units set parent_id = ${parentId}, revision = revision + 1 where id in (${given}) and parent_id is not ${parentId}`,
      ),
    ),
    change(
      db.text(
        sql`insert into unit_memberships (id, unit_id, parent_id, county_id, from_on, to_on) select ${FRESH_ID}, m.unit_id, u.parent_id, ${county}, ${onDate}, null from unit_memberships m join units u on u.id = m.unit_id where m.to_on is null and m.from_on < ${onDate} and m.unit_id in (${below}) and (m.parent_id is not u.parent_id or m.county_id is not ${county})`,
      ),
    ),
    change(
      db.text(
        sql`update unit_memberships set to_on = ${onDate} where ${isOpenBelow} and from_on < ${onDate} and exists (select 1 from unit_memberships n where n.unit_id = unit_memberships.unit_id and n.to_on is null and n.from_on = ${onDate})`,
      ),
    ),
    change(
      db.text(
        sql`update unit_memberships set parent_id = (select u.parent_id from units u where u.id = unit_memberships.unit_id), county_id = ${county} where ${isOpenBelow}`,
      ),
    ),
    change(db.text(sql`update units set county_id = ${county} where id in (${below}) and county_id is not ${county}`)),
  ];
};

/** The changes that end a unit that is as it was read: its row, guarded by revision, and its open membership. */
export const endUnit = (db: UnitWrites, unitId: string, revision: number, onDate: string): Change[] => [
  guarded(
    db
      .update(units)
      .set({ endedOn: onDate, revision: revision + 1 })
      .where(and(eq(units.id, unitId), eq(units.revision, revision), isNull(units.endedOn))),
  ),
  change(
    db
      .update(unitMemberships)
      .set({ toOn: onDate })
      .where(and(eq(unitMemberships.unitId, unitId), isNull(unitMemberships.toOn))),
  ),
];

/** The change that fails unless the unit is still living when it is written: nothing is planted under an ended one. */
export const stillStands = (db: UnitWrites, unitId: string): Change =>
  guarded(
    db
      .update(units)
      .set({ endedOn: null })
      .where(and(eq(units.id, unitId), isNull(units.endedOn))),
  );

/** The change that fails when something living came to lie below a unit since it was read. */
export const nothingLivesBelow = (db: UnitWrites, unitId: string): Change =>
  guarded(
    db.text(
      sql`update units set parent_id = parent_id where id = ${unitId} and not exists (select 1 from units c where c.parent_id = ${unitId} and c.ended_on is null)`,
    ),
  );
