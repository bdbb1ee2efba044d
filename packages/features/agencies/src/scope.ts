import { sql, type Column, type SQL } from 'drizzle-orm';
import { bases } from './schema.ts';

/** Keeps bodies whose area meets the actor's units: at, below or above them. A neighbourhood works with its province's agencies. */
export const isAgencyInSight = (areaId: Column | SQL): SQL =>
  sql`(${areaId} in (select unit_id from my_units) or ${areaId} in (select sc.ancestor_id from my_grants sg join unit_closure sc on sc.unit_id = sg.unit_id))`;

/** Keeps bases in the actor's units; of an officer who acts for one agency, the bases of that agency. */
export const isMyBase: SQL = sql`exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = ${bases.unitId} and (mg.agency_id is null or mg.agency_id = ${bases.agencyId}))`;

/** Rows when the actor may put a base of this agency into this unit. */
export const mayPlaceBase = (unitId: string, agencyId: string | undefined): SQL =>
  sql`select 1 as yes from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = ${unitId} and (mg.agency_id is null or mg.agency_id = ${agencyId ?? null}) limit 1`;

/** Rows when the actor may let this base be, or become, one of this agency. */
export const mayKeepBase = (baseId: string, agencyId: string | undefined): SQL =>
  sql`select 1 as yes from bases kb join unit_closure mc on mc.unit_id = kb.unit_id join my_grants mg on mg.unit_id = mc.ancestor_id where kb.id = ${baseId} and (mg.agency_id is null or mg.agency_id = ${agencyId ?? null}) limit 1`;
