import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { defineQuery, inMyUnits, many, one, type ReadDb } from '@mahalleh/gate';
import { ListUnits, UnitList } from '../model.ts';
import { nameHolds } from '../name-search.ts';
import { units } from '../schema.ts';

const parents = alias(units, 'parents');
const counties = alias(units, 'counties');

/** The columns of a unit as lists show them, with the names of its parent and county. */
export const unitRow = {
  id: units.id,
  kind: units.kind,
  officialCode: units.officialCode,
  nameFa: units.nameFa,
  nameEn: units.nameEn,
  parentId: units.parentId,
  parentNameFa: parents.nameFa,
  parentNameEn: parents.nameEn,
  countyId: units.countyId,
  countyNameFa: counties.nameFa,
  countyNameEn: counties.nameEn,
  population: units.population,
  endedOn: units.endedOn,
  isModel: units.isModel,
  isSample: units.isSample,
  revision: units.revision,
};

/** Asks for rows of units with the names around them. */
export const fromUnits = (db: ReadDb<'province'>, where: SQL | undefined) =>
  db
    .select(unitRow)
    .from(units)
    .leftJoin(parents, eq(parents.id, units.parentId))
    .leftJoin(counties, eq(counties.id, units.countyId))
    .where(where);

/** The units that the actor may see, by name, page by page. */
export const listUnits = defineQuery({
  name: 'units',
  permission: 'unit.read',
  input: ListUnits,
  output: UnitList,
  ask: (db, { kind, parentId, countyId, q, withEnded, page = 1, size = 25 }) => {
    const where = and(
      inMyUnits(units.id),
      withEnded ? undefined : isNull(units.endedOn),
      kind ? eq(units.kind, kind) : undefined,
      parentId ? eq(units.parentId, parentId) : undefined,
      countyId ? eq(units.countyId, countyId) : undefined,
      q ? nameHolds(units.nameFolded, q) : undefined,
    );
    return {
      rows: many(
        fromUnits(db, where)
          .orderBy(asc(units.nameFolded), asc(units.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      count: one(
        db
          .select({ total: sql<number>`count(*)` })
          .from(units)
          .where(where),
      ),
    };
  },
  shape: ({ rows, count }, { page = 1, size = 25 }) => ({ rows, total: count.total, page, size }),
});
