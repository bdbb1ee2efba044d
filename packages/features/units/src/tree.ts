import { sql } from 'drizzle-orm';
import { isMyUnit, many, one, type ReadDb, type WriteDb } from '@mahalleh/gate';
import type { UnitKind } from './model.ts';
import type { Place } from './rules.ts';

/** The handle that asks about units. */
export type UnitReads = ReadDb<'province'>;
/** The handle that changes units. */
export type UnitWrites = WriteDb<'province'>;

type PlacedRow = {
  id: string;
  kind: string;
  parent_id: string | null;
  from_on: string;
  ended_on: string | null;
  revision: number;
  name_fa: string;
  is_sample: number;
  placed_on: string | null;
  above: string;
};

/** Asks for a unit of the actor's with its place in the tree. Fails: `unit_unknown`. */
export const askPlaced = (db: UnitReads, unitId: string) =>
  one(
    db.text<PlacedRow>(
      sql`select u.id, u.kind, u.parent_id, u.from_on, u.ended_on, u.revision, u.name_fa, u.is_sample, (select m.from_on from unit_memberships m where m.unit_id = u.id order by m.from_on desc limit 1) as placed_on, (select json_group_array(a.kind) from unit_closure c join units a on a.id = c.ancestor_id where c.unit_id = u.id) as above from units u where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`,
    ),
    'unit_unknown',
  );

/** A unit with its place, as rules take it. */
export type Placed = Place & {
  readonly id: string;
  readonly parentId: string | null;
  readonly fromOn: string;
  readonly lastPlacedOn: string;
  readonly revision: number;
  readonly nameFa: string;
  readonly isSample: boolean;
};

/** The cast is safe: the column holds nothing but kinds of unit. */
const kindOf = (stored: string): UnitKind => stored as UnitKind;
const kindsOf = (json: string): UnitKind[] => (JSON.parse(json) as string[]).map(kindOf);

/** Reads what `askPlaced` was answered. */
export const placedOf = (row: PlacedRow): Placed => ({
  id: row.id,
  kind: kindOf(row.kind),
  above: kindsOf(row.above),
  parentId: row.parent_id,
  fromOn: row.from_on,
  lastPlacedOn: row.placed_on ?? row.from_on,
  endedOn: row.ended_on,
  revision: row.revision,
  nameFa: row.name_fa,
  isSample: row.is_sample === 1,
});

/** Asks for everything below a unit, without itself. */
export const askBelow = (db: UnitReads, unitId: string) =>
  many(
    db.text<{ id: string; kind: string }>(
      sql`select u.id, u.kind from unit_closure c join units u on u.id = c.unit_id where c.ancestor_id = ${unitId} and c.unit_id <> ${unitId}`,
    ),
  );

/** Reads what `askBelow` was answered. */
export const belowOf = (rows: readonly { id: string; kind: string }[]) => ({
  ids: new Set(rows.map(({ id }) => id)),
  kinds: [...new Set(rows.map(({ kind }) => kindOf(kind)))],
});

/** Asks for the living units directly below these. */
export const askLivingChildren = (db: UnitReads, unitIds: readonly string[]) =>
  many(
    db.text<{ id: string }>(
      sql`select u.id from units u where u.ended_on is null and u.parent_id in (select value from json_each(${JSON.stringify(unitIds)})) order by u.id`,
    ),
  );
