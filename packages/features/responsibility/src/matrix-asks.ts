import { many, one, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { depthOf, IS_OPEN, placesIn } from './duty-sql.ts';
import type { DutyRole } from './statuses.ts';

type Db = ReadDb<'province'>;

/** The domains in their order, those that were retired among them: they may still have problems. */
export const askDomains = (db: Db) =>
  many(
    db.text<{
      key: string;
      titleFa: string;
      titleEn: string;
      isSensitive: number;
      parentKey: string | null;
      retiredAtMs: number | null;
    }>(
      sql`select d.key, d.title_fa as titleFa, d.title_en as titleEn, d.is_sensitive as isSensitive, d.parent_key as parentKey, d.retired_at_ms as retiredAtMs from domains d order by d.ord, d.key`,
    ),
  );

/** The unit that is asked about. Fails: unit_unknown. */
export const askScope = (db: Db, scope: SQL) =>
  one(
    db.text<{ id: string; kind: string; nameFa: string; nameEn: string | null }>(
      sql`select u.id, u.kind, u.name_fa as nameFa, u.name_en as nameEn from units u where u.id = ${scope}`,
    ),
    'unit_unknown',
  );

/** What the places lie in, themselves among it, the nearest first. `tables`: what `places` speaks of, as `with …`. */
export const askLines = (db: Db, places: SQL, tables: SQL = sql``) =>
  many(
    db.text<{ unitId: string; aboveId: string; nameFa: string; nameEn: string | null; kind: string; depth: number }>(
      sql`${tables} select c.unit_id as unitId, c.ancestor_id as aboveId, a.name_fa as nameFa, a.name_en as nameEn, a.kind, ${depthOf(sql`c.ancestor_id`)} as depth from unit_closure c join units a on a.id = c.ancestor_id where c.unit_id in ${places} order by depth desc`,
    ),
  );

/** A declared duty as the database gives it. */
export type DutyRow = {
  id: string;
  unitId: string;
  domainKey: string;
  agencyId: string;
  agencyName: string;
  role: DutyRole;
  note: string | null;
  fromOn: string;
  revision: number;
};

/** The duties that hold for the places: declared in them or in what they lie in. `tables`: what `places` speaks of, as `with …`. */
export const askDuties = (db: Db, places: SQL, tables: SQL = sql``) =>
  many(
    db.text<DutyRow>(
      sql`${tables} select r.id, r.unit_id as unitId, r.domain_key as domainKey, r.agency_id as agencyId, a.name as agencyName, r.role, r.note, r.from_on as fromOn, r.revision from responsibilities r join agencies a on a.id = r.agency_id where r.ended_at_ms is null and r.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id in ${places}) order by r.role, a.name, r.id`,
    ),
  );

/** Open problems by place and domain, from the tallies. */
export const askOpen = (db: Db, places: SQL) =>
  many(
    db.text<{ unitId: string; domainKey: string; n: number }>(
      sql`select t.unit_id as unitId, t.domain_key as domainKey, sum(t.n) as n from problem_tallies t where t.unit_id in ${places} and t.standing in ('registered', 'triaged', 'started') group by 1, 2 having sum(t.n) > 0`,
    ),
  );

/** Open problems about which an operation is planned or runs, by place and domain. */
export const askWorkedOn = (db: Db, places: SQL) =>
  many(
    db.text<{ unitId: string; domainKey: string; n: number }>(
      sql`select p.unit_id as unitId, p.domain_key as domainKey, count(distinct p.id) as n from operations o cross join problems p on p.id = o.problem_id where o.unit_id in ${places} and o.status in ('planned', 'running') and ${IS_OPEN} group by 1, 2`,
    ),
  );

/** Who acts, by place, domain and agency: operations that last are theirs, or open tasks of such operations. */
export const askActing = (db: Db, places: SQL) =>
  many(
    db.text<{
      unitId: string;
      domainKey: string;
      agencyId: string | null;
      agencyName: string | null;
      operations: number;
      tasks: number;
    }>(
      sql`select w.unit_id as unitId, w.domain_key as domainKey, w.agency_id as agencyId, a.name as agencyName, count(distinct w.own) as operations, sum(w.tasks) as tasks from (select o.unit_id, o.domain_key, o.agency_id, o.id as own, 0 as tasks from operations o where o.unit_id in ${places} and o.status in ('planned', 'running') union all select o.unit_id, o.domain_key, t.agency_id, null, 1 from operations o join tasks t on t.operation_id = o.id where o.unit_id in ${places} and o.status in ('planned', 'running') and t.status = 'open') w left join agencies a on a.id = w.agency_id group by 1, 2, 3 order by operations desc, tasks desc, a.name`,
    ),
  );

/** Open problems of a whole unit by domain. */
export const askOpenInAll = (db: Db, scope: SQL) =>
  many(
    db.text<{ domainKey: string; n: number }>(
      sql`select t.domain_key as domainKey, sum(t.n) as n from problem_tallies t where t.unit_id = ${scope} and t.standing in ('registered', 'triaged', 'started') group by 1`,
    ),
  );

/** In how many of the scope's neighbourhoods a lead is declared right below the scope, by domain; with null, one is declared for the whole scope. */
export const askLedPlaces = (db: Db, scope: SQL) =>
  many(
    db.text<{ domainKey: string; n: number | null }>(
      sql`select r.domain_key as domainKey, null as n from responsibilities r where r.role = 'lead' and r.ended_at_ms is null and r.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = ${scope}) union all select r.domain_key, count(distinct u.id) from responsibilities r join unit_closure b on b.ancestor_id = ${scope} and b.unit_id = r.unit_id and b.unit_id <> b.ancestor_id join unit_closure c on c.ancestor_id = r.unit_id join units u on u.id = c.unit_id where r.role = 'lead' and r.ended_at_ms is null and u.kind in ('neighbourhood', 'village') and u.ended_on is null group by 1`,
    ),
  );

/** What the scope lies in, as far as the actor may see it, the topmost first. */
export const askAbove = (db: Db, scope: SQL) =>
  many(
    db.text<{ id: string; kind: string; nameFa: string; nameEn: string | null }>(
      sql`select u.id, u.kind, u.name_fa as nameFa, u.name_en as nameEn from unit_closure c join units u on u.id = c.ancestor_id where c.unit_id = ${scope} and c.ancestor_id <> c.unit_id and u.id in (select unit_id from my_units) order by ${depthOf(sql`u.id`)}`,
    ),
  );

/** The units right below the scope that have neighbourhoods below them. */
export const askBelow = (db: Db, scope: SQL) =>
  many(
    db.text<{ id: string; kind: string; nameFa: string; nameEn: string | null }>(
      sql`select u.id, u.kind, u.name_fa as nameFa, u.name_en as nameEn from units u where u.parent_id = ${scope} and u.ended_on is null and u.kind not in ('neighbourhood', 'village') order by u.kind, u.name_folded limit 100`,
    ),
  );

/** The neighbourhoods of one page. */
export const askPlaces = (db: Db, places: SQL) =>
  many(
    db.text<{
      unitId: string;
      nameFa: string;
      nameEn: string | null;
      countyNameFa: string | null;
      countyNameEn: string | null;
    }>(
      sql`select u.id as unitId, u.name_fa as nameFa, u.name_en as nameEn, k.name_fa as countyNameFa, k.name_en as countyNameEn from units u left join units k on k.id = u.county_id where u.id in ${places} order by u.county_id, u.name_folded, u.id`,
    ),
  );

/** How many neighbourhoods there are. */
export const askCount = (db: Db, scope: SQL, q: string | undefined) =>
  one(db.text<{ n: number }>(sql`select count(*) as n from ${placesIn(scope, q)}`));
