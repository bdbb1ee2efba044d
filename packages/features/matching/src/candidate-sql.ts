import { isMyUnit } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';

/** The most that are looked at, by how they are reached: what is weighed stays small whatever a province holds. */
const MOST = { own: 120, above: 80, county: 120, problems: 100, foremost: 6 } as const;

const OPEN = sql.raw("p.status in ('registered', 'triaged', 'started') and p.discarded_at_ms is null");
const HARM = sql.raw('p.severity * coalesce(p.people_affected, 1)');

/** Capacities `c` that can serve the domains `kin`: of one of them, of none, or places, which serve any. */
const SERVES = sql.raw(
  "c.withdrawn_at_ms is null and (c.domain_key is null or c.kind = 'place' or c.domain_key in (select key from kin))",
);
const DOMAIN_FIRST = sql.raw('(c.domain_key in (select key from kin)) desc, c.registered_at_ms desc, c.id');

const KIN = sql.raw(
  'kin(key) as materialized (select d.key from domains d where d.national_key in (select national_key from m))',
);

/** The square of the distance between two places on the plane that the earth is at such distances; null unless both have a point. */
const SQUARE = sql.raw(
  '((c.latitude - m.latitude) * 111320) * ((c.latitude - m.latitude) * 111320) + ((c.longitude - m.longitude) * 91000) * ((c.longitude - m.longitude) * 91000)',
);

/**
 * Capacities within reach of the neighbourhood in `m(unit_id, county_id, latitude, longitude, national_key)`: its own,
 * those of the units above it, and of the actor's other units those of the same domains in the county, the nearest first.
 */
const CAPACITIES = sql`cands(id) as materialized (select id from (select c.id from (select distinct unit_id from m) o cross join capacities c on c.unit_id = o.unit_id where ${SERVES} order by ${DOMAIN_FIRST} limit ${MOST.own}) union select id from (select c.id from (select distinct unit_id from m) o cross join unit_closure a on a.unit_id = o.unit_id and a.ancestor_id <> o.unit_id cross join capacities c on c.unit_id = a.ancestor_id where ${SERVES} order by ${DOMAIN_FIRST} limit ${MOST.above}) union select id from (select c.id from kin cross join capacities c on c.domain_key = kin.key join units cu on cu.id = c.unit_id join (select unit_id, county_id, min(latitude) as latitude, min(longitude) as longitude from m group by 1, 2) m on cu.county_id = m.county_id and c.unit_id <> m.unit_id where c.withdrawn_at_ms is null and c.unit_id in (select unit_id from my_units) order by ${SQUARE} is null, ${SQUARE}, c.id limit ${MOST.county}))`;

/** SQL for the gravest open problem of the actor's units: down the index by harm, to the first that is theirs. */
export const FOREMOST: SQL = sql`(select p.id from problems p indexed by problems_walk_harm where ${OPEN} and p.unit_id in (select unit_id from my_units) order by ${HARM} desc, p.id desc limit 1)`;

/** Tables of one problem: `asked(id)` is it, `cands(id)` the capacities within its reach. */
export const ofProblem = (problemId: string | SQL): SQL =>
  sql`with m as materialized (select p.id, p.unit_id, u.county_id, d.national_key, p.latitude, p.longitude from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id = ${problemId} and p.discarded_at_ms is null and ${isMyUnit(sql`p.unit_id`)}), ${KIN}, asked(id) as (select id from m), ${CAPACITIES}`;

/** Tables of one neighbourhood: `asked(id)` are its foremost open problems, `cands(id)` the capacities within their reach. */
export const ofPlace = (unitId: string): SQL =>
  sql`with m as materialized (select p.id, p.unit_id, u.county_id, d.national_key, p.latitude, p.longitude from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id in (select p.id from problems p where p.unit_id = ${unitId} and ${OPEN} and ${isMyUnit(sql`${unitId}`)} order by coalesce(p.rank, 10000), ${HARM} desc, p.id limit ${MOST.foremost})), ${KIN}, asked(id) as (select id from m), ${CAPACITIES}`;

/**
 * Tables of one capacity: `cands(id)` is it, `asked(id)` the open problems that it could serve: of its own neighbourhood,
 * or the gravest below it, and of the actor's other neighbourhoods in its county those of its domains.
 */
export const ofCapacity = (capacityId: string): SQL =>
  sql`with m as materialized (select c.id, c.unit_id, u.kind in ('neighbourhood', 'village') as is_place, u.county_id, c.domain_key, (select d.national_key from domains d where d.key = c.domain_key) as national_key, c.domain_key is null or c.kind = 'place' as is_general from capacities c join units u on u.id = c.unit_id where c.id = ${capacityId} and ${isMyUnit(sql`c.unit_id`)}), ${KIN}, cands(id) as (select id from m), asked(id) as materialized (select id from (select p.id from m cross join problems p on p.unit_id = m.unit_id where m.is_place and ${OPEN} and (m.is_general or p.domain_key in (select key from kin)) order by ${HARM} desc, p.id limit ${MOST.problems}) union select id from (select p.id from m cross join problems p on ${OPEN} where not m.is_place and p.unit_id in (select s.unit_id from unit_closure s where s.ancestor_id = m.unit_id) and (m.is_general or p.domain_key in (select key from kin)) order by ${HARM} desc, p.id desc limit ${MOST.problems}) union select id from (select p.id from kin cross join problems p on p.domain_key = kin.key where (select is_place from m) and ${OPEN} and p.unit_id in (select s.unit_id from unit_closure s join m on s.ancestor_id = m.county_id where s.unit_id <> m.unit_id) and p.unit_id in (select unit_id from my_units) order by +(${HARM}) desc, p.id limit ${MOST.problems}))`;
