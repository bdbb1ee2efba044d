import { many, one, type ReadDb } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type { MapLevel } from '../map-model.ts';
import type { ProblemStatus } from '../statuses.ts';
import { foundSql, walkOf } from './found-sql.ts';
import { isTallied, keeping, scopeTables, talliedIn, type Filters } from './problem-scope.ts';
import { holding, wordsOf } from './word-sql.ts';

type Db = ReadDb<'province'>;
const PLACES = sql.raw("('neighbourhood', 'village')");

/** So many units, points and problems without a point are shown. */
export const MOST = { places: 300, points: 500, unplaced: 50 } as const;
/** What the tallies do not know is counted up to here. */
export const COUNTED_UP_TO = 1_000;

/** The tables of a map: as of a list, and `level(is_at)`: where it stands. */
const mapTables = (unitId: string | undefined): SQL =>
  sql`${scopeTables(unitId)}, level(is_at) as materialized (select case when exists (select 1 from tops t join units x on x.id = t.u where x.kind = 'province') then 'province' when (select count(*) from tops) = 1 and exists (select 1 from tops t join units x on x.id = t.u where x.kind in ${PLACES}) then 'neighbourhood' else 'county' end)`;

type UnitRow = { id: string; kind: string; nameFa: string; nameEn: string | null; level: MapLevel };

/** The units that a map is about, and where it stands. */
export const askUnits = (db: Db, unitId: string | undefined) =>
  many(
    db.text<UnitRow>(
      sql`with ${mapTables(unitId)} select u.id, u.kind, u.name_fa as "nameFa", u.name_en as "nameEn", (select is_at from level) as "level" from tops t join units u on u.id = t.u order by u.name_fa limit 50`,
    ),
  );

/** SQL that gives `unit_id`, `n`, `severe`: how many problems there are by unit, from what is counted already wherever it is known. */
const countsSql = (filters: Filters, today: CivilDate): SQL => {
  const { status, domain, severity, unitId } = filters;
  if (!isTallied(filters))
    return sql`select c.ancestor_id as unit_id, count(*) as n, sum(p.severity >= 4) as severe from (${foundSql(filters, walkOf(filters, 'severity'), { limit: COUNTED_UP_TO }, today)}) f join problems p on p.id = f.id join unit_closure c on c.unit_id = p.unit_id group by 1`;
  if (status === 'open' && domain === undefined && severity === undefined)
    return sql`select unit_id, open as n, severe from problem_open where unit_id in (select id from shown)`;
  return sql`select t.unit_id, sum(t.n) as n, sum(iif(t.severity >= 4, t.n, 0)) as severe from problem_tallies t where t.unit_id in (select id from shown) and ${talliedIn({ unitId, status, domain, severity })} group by 1`;
};

type PlaceRow = {
  unitId: string;
  kind: string;
  nameFa: string;
  nameEn: string | null;
  latitude: number | null;
  longitude: number | null;
  count: number;
  severe: number;
  total: number;
};

/** The units of the map that have such problems, the most first. A county without a point stands in the middle of its neighbourhoods. */
export const askPlaces = (db: Db, filters: Filters, today: CivilDate) => {
  const middle = (axis: 'latitude' | 'longitude'): SQL =>
    sql`coalesce(u.${sql.raw(axis)}, (select avg(m.${sql.raw(axis)}) from unit_closure mc join units m on m.id = mc.unit_id where mc.ancestor_id = u.id and u.kind = 'county'))`;
  return many(
    db.text<PlaceRow>(
      sql`with ${mapTables(filters.unitId)}, shown(id) as materialized (select u.id from units u, level where u.ended_on is null and ((is_at = 'province' and u.kind = 'county') or (is_at = 'county' and u.kind in ${PLACES} and u.id in (select unit_id from scope)))), counts as materialized (${countsSql(filters, today)}), most as materialized (select unit_id, n, severe, count(*) over () as total from counts where n > 0 and unit_id in (select id from shown) order by n desc, unit_id limit ${MOST.places}) select u.id as "unitId", u.kind, u.name_fa as "nameFa", u.name_en as "nameEn", ${middle('latitude')} as latitude, ${middle('longitude')} as longitude, c.n as "count", c.severe, c.total from most c join units u on u.id = c.unit_id order by c.n desc, u.name_fa`,
    ),
  );
};

type SomeRow = { id: string; code: string; title: string; severity: number; redactedAtMs: number | null };
type PointRow = SomeRow & {
  domainFa: string;
  domainEn: string;
  status: ProblemStatus;
  isOverdue: number;
  latitude: number;
  longitude: number;
};

/** `from … where` of the problems of the one neighbourhood that the map is about, by the filters. */
const here = (filters: Filters, today: CivilDate): SQL =>
  sql`from problems p join domains d on d.key = p.domain_key where (select is_at from level) = 'neighbourhood' and p.unit_id = (select u from tops) and ${keeping(filters, today)}${holding(wordsOf(filters.q))}`;
const some = sql.raw('p.id, p.code, p.title, p.severity, p.redacted_at_ms as "redactedAtMs"');
const first = sql.raw('p.severity desc, p.registered_at_ms desc, p.id desc');

/** The problems at their points, the most severe first. */
export const askPoints = (db: Db, filters: Filters, today: CivilDate) =>
  many(
    db.text<PointRow>(
      sql`with ${mapTables(filters.unitId)} select ${some}, d.title_fa as "domainFa", d.title_en as "domainEn", p.status, coalesce(p.level_due_on < ${today}, 0) as "isOverdue", p.latitude, p.longitude ${here(filters, today)} and p.latitude is not null and p.longitude is not null and d.is_sensitive = 0 order by ${first} limit ${MOST.points}`,
    ),
  );

/** The problems that have no point, the most severe first; those of sensitive domains are only counted. */
export const askUnplaced = (db: Db, filters: Filters, today: CivilDate) =>
  many(
    db.text<SomeRow>(
      sql`with ${mapTables(filters.unitId)} select ${some} ${here(filters, today)} and (p.latitude is null or p.longitude is null) and d.is_sensitive = 0 order by ${first} limit ${MOST.unplaced}`,
    ),
  );

/** How many have a point, have none, and are of a sensitive domain. */
export const askPlaced = (db: Db, filters: Filters, today: CivilDate) =>
  one(
    db.text<{ placed: number; unplaced: number; sensitive: number }>(
      sql`with ${mapTables(filters.unitId)} select count(*) filter (where d.is_sensitive = 0 and p.latitude is not null and p.longitude is not null) as placed, count(*) filter (where d.is_sensitive = 0 and (p.latitude is null or p.longitude is null)) as unplaced, count(*) filter (where d.is_sensitive = 1) as sensitive ${here(filters, today)}`,
    ),
  );
