import { eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { agencies, bases } from '../schema.ts';

const counties = alias(units, 'counties');

/** Asks for bases as lists show them. */
export const fromBases = (db: ReadDb<'province'>, where: SQL | undefined) =>
  db
    .select({
      id: bases.id,
      unitId: bases.unitId,
      unitNameFa: units.nameFa,
      unitNameEn: units.nameEn,
      countyId: units.countyId,
      countyNameFa: counties.nameFa,
      countyNameEn: counties.nameEn,
      kind: bases.kind,
      name: bases.name,
      officialCode: bases.officialCode,
      agencyId: bases.agencyId,
      agencyName: agencies.name,
      activation: bases.activation,
      activatedOn: bases.activatedOn,
      isLead: bases.isLead,
      latitude: bases.latitude,
      longitude: bases.longitude,
      isSample: bases.isSample,
      revision: bases.revision,
    })
    .from(bases)
    .innerJoin(units, eq(units.id, bases.unitId))
    .leftJoin(counties, eq(counties.id, units.countyId))
    .leftJoin(agencies, eq(agencies.id, bases.agencyId))
    .where(where);
