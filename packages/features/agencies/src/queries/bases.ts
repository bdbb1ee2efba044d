import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { defineQuery, inMyUnits, many, one } from '@mahalleh/gate';
import { nameHolds } from '@mahalleh/units';
import { BaseList, ListBases } from '../model.ts';
import { bases } from '../schema.ts';
import { fromBases } from './base-row.ts';

/** The bases in the actor's units, by name, page by page. */
export const listBases = defineQuery({
  name: 'bases',
  permission: 'base.read',
  input: ListBases,
  output: BaseList,
  ask: (db, { kind, activation, countyId, unitId, agencyId, q, page = 1, size = 25 }) => {
    const isBelow = (id: string) =>
      sql`${bases.unitId} in (select fc.unit_id from unit_closure fc where fc.ancestor_id = ${id})`;
    const where = and(
      inMyUnits(bases.unitId),
      isNull(bases.retiredAtMs),
      kind ? eq(bases.kind, kind) : undefined,
      activation ? eq(bases.activation, activation) : undefined,
      countyId ? isBelow(countyId) : undefined,
      unitId ? isBelow(unitId) : undefined,
      agencyId ? eq(bases.agencyId, agencyId) : undefined,
      q ? nameHolds(bases.nameFolded, q) : undefined,
    );
    return {
      rows: many(
        fromBases(db, where)
          .orderBy(asc(bases.nameFolded), asc(bases.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      count: one(
        db
          .select({ total: sql<number>`count(*)` })
          .from(bases)
          .where(where),
      ),
    };
  },
  shape: ({ rows, count }, { page = 1, size = 25 }) => ({ rows, total: count.total, page, size }),
});
