import { eq, sql, type SQL } from 'drizzle-orm';
import type { ReadDb } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { agencies } from '../schema.ts';

/** Asks for bodies as lists show them. */
export const fromAgencies = (db: ReadDb<'province'>, where: SQL | undefined) =>
  db
    .select({
      id: agencies.id,
      name: agencies.name,
      kind: agencies.kind,
      unitId: agencies.unitId,
      unitNameFa: units.nameFa,
      unitNameEn: units.nameEn,
      phone: agencies.phone,
      isSample: agencies.isSample,
      retiredAtMs: agencies.retiredAtMs,
      revision: agencies.revision,
      baseCount: sql<number>`(select count(*) from bases b where b.agency_id = ${agencies.id} and b.retired_at_ms is null)`,
    })
    .from(agencies)
    .innerJoin(units, eq(units.id, agencies.unitId))
    .where(where);
