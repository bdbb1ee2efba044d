import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { defineQuery, many, one } from '@mahalleh/gate';
import { nameHolds } from '@mahalleh/units';
import { AgencyList, ListAgencies } from '../model.ts';
import { agencies } from '../schema.ts';
import { isAgencyInSight } from '../scope.ts';
import { fromAgencies } from './agency-row.ts';

/** The bodies whose area meets the actor's units, by name, page by page. */
export const listAgencies = defineQuery({
  name: 'agencies',
  permission: 'agency.read',
  input: ListAgencies,
  output: AgencyList,
  ask: (db, { kind, unitId, q, withRetired, page = 1, size = 25 }) => {
    const where = and(
      isAgencyInSight(agencies.unitId),
      withRetired ? undefined : isNull(agencies.retiredAtMs),
      kind ? eq(agencies.kind, kind) : undefined,
      unitId ? eq(agencies.unitId, unitId) : undefined,
      q ? nameHolds(agencies.nameFolded, q) : undefined,
    );
    return {
      rows: many(
        fromAgencies(db, where)
          .orderBy(asc(agencies.nameFolded), asc(agencies.id))
          .limit(size)
          .offset((page - 1) * size),
      ),
      count: one(
        db
          .select({ total: sql<number>`count(*)` })
          .from(agencies)
          .where(where),
      ),
    };
  },
  shape: ({ rows, count }, { page = 1, size = 25 }) => ({ rows, total: count.total, page, size }),
});
