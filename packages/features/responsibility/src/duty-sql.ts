import { isMyUnit } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';

/** SQL that keeps the open problems `p`: as the index by harm says it, so that it is used. */
export const IS_OPEN = sql.raw("p.status in ('registered', 'triaged', 'started') and p.discarded_at_ms is null");

/** SQL for how much harm a problem `p` does, before its age: what the index by harm is ordered by. */
export const HARM = sql.raw('p.severity * coalesce(p.people_affected, 1)');

/** The table that `IS_LED` asks, for `with …`: every lead as it is declared, for its domain and those below. */
export const LEADS = sql.raw(
  "leads(unit_id, key) as materialized (select r.unit_id, l.key from responsibilities r join domain_line l on l.above = r.domain_key where r.role = 'lead' and r.ended_at_ms is null)",
);

/** SQL that is true for a problem `p` for whose domain a lead is declared, in its unit or above it. */
export const IS_LED = sql.raw(
  'exists (select 1 from unit_closure c cross join leads v on v.unit_id = c.ancestor_id and v.key = p.domain_key where c.unit_id = p.unit_id)',
);

/** The same for a domain that is led in the whole province: said of all its problems at once. */
export const IS_LED_EVERYWHERE = sql.raw(
  "p.domain_key in (select v.key from leads v join units a on a.id = v.unit_id where a.kind = 'province')",
);

/** SQL that is true for a problem `p` about which an operation is planned or runs. */
export const IS_WORKED_ON = sql.raw(
  "exists (select 1 from operations o where o.problem_id = p.id and o.status in ('planned', 'running'))",
);

/** SQL for how deep a unit lies: the deeper, the nearer to a neighbourhood. */
export const depthOf = (unitId: SQL): SQL<number> =>
  sql<number>`(select count(*) from unit_closure x where x.unit_id = ${unitId})`;

/** SQL for the unit that is asked about, if it is the actor's; without one, the topmost that the actor has. */
export const scopeOf = (unitId: string | undefined): SQL =>
  unitId === undefined
    ? sql`(select mg.unit_id from my_grants mg order by ${depthOf(sql`mg.unit_id`)}, mg.unit_id limit 1)`
    : sql`(select ${unitId} where ${isMyUnit(sql`${unitId}`)})`;

const isNamed = (q: string | undefined): SQL => {
  const folded = foldText(q ?? '');
  return folded === '' ? sql`` : sql` and u.name_folded like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
};

/** SQL that comes after `from` and keeps the living neighbourhoods and villages `u` of a scope. */
export const placesIn = (scope: SQL, q: string | undefined): SQL =>
  sql`unit_closure s join units u on u.id = s.unit_id where s.ancestor_id = ${scope} and u.kind in ('neighbourhood', 'village') and u.ended_on is null${isNamed(q)}`;

/** SQL that gives the neighbourhoods of one page, county by county, in the order of their names. */
export const placesOnPage = (scope: SQL, q: string | undefined, page: number, size: number): SQL =>
  sql`(select u.id from ${placesIn(scope, q)} order by u.county_id, u.name_folded, u.id limit ${size} offset ${(page - 1) * size})`;
