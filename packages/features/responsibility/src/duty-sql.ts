import { isMyUnit } from '@mahalleh/gate';
import { foldText } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';

/** SQL that keeps the open problems `p`: as the index by harm says it, so that it is used. */
export const IS_OPEN = sql.raw("p.status in ('registered', 'triaged', 'started') and p.discarded_at_ms is null");

/** SQL for how much harm a problem `p` does, before its age: what the index by harm is ordered by. */
export const HARM = sql.raw('p.severity * coalesce(p.people_affected, 1)');

/** SQL that gives every unit and domain for which a lead is declared, in the unit or above it, for the domain or what it lies below. */
export const LED = sql.raw(
  "select c.unit_id, l.key from responsibilities r join unit_closure c on c.ancestor_id = r.unit_id join domain_line l on l.above = r.domain_key where r.role = 'lead' and r.ended_at_ms is null",
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
