import { isMyUnit, many, maybe, type ReadDb } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { isRecord, ROW_FORMS, ROW_KINDS } from '@mahalleh/templates/rows';
import { sql, type SQL } from 'drizzle-orm';

type Db = ReadDb<'province'>;
/** An id, or SQL that gives it. */
type UnitSql = string | SQL;

/** So many people, bodies, capacities and records of a unit are offered at most. */
const MOST = 300;
const MOST_RECORDS = 1000;

/** Somebody who could have a role in the unit. */
export type PersonRow = {
  id: string;
  name: string;
  jobTitle: string | null;
  offices: string;
  isManager: number;
};
/** A body whose area covers the unit; `far` counts the levels between. */
export type AgencyRow = { id: string; name: string; kind: string; far: number };
/** A capacity that the unit can use. */
export type CapacityRow = { id: string; title: string; kind: string };
/** A record of the unit that could be taken for an element. */
export type RecordRow = { kind: string; key: string; title: string; of: string | null; measure: string | null };

const peopleSql = (unitId: UnitSql, nowMs: number) => {
  const around = sql`(select c.ancestor_id from unit_closure c where c.unit_id = ${unitId})`;
  const today = civilDateOf(nowMs);
  const seated = sql`a.unit_id in ${around} and a.from_on <= ${today} and (a.to_on is null or a.to_on >= ${today}) and (a.ended_on is null or a.ended_on > ${today})`;
  return sql`select p.id, p.full_name as name, p.job_title as "jobTitle", (select json_group_array(s.office) from appointments a join charter_seats s on s.id = a.seat_id where a.person_id = p.id and ${seated}) as offices, exists (select 1 from units u where u.id = ${unitId} and u.manager_person_id = p.id) as "isManager" from people p where p.retired_at_ms is null and p.is_guest = 0 and p.id in (select a.person_id from appointments a where ${seated} union select g.person_id from role_grants g where g.unit_id in ${around} and g.revoked_at_ms is null and (g.until_ms is null or g.until_ms > ${nowMs}) union select u.manager_person_id from units u where u.id = ${unitId}) order by 5 desc, p.name_folded, p.id limit ${MOST}`;
};

const recordsSql = (unitId: UnitSql) =>
  sql.join(
    [
      sql`select * from (select 'problem' as kind, r.id as key, r.title, r.domain_key as "of", null as measure from problems r where r.unit_id = ${unitId} and r.discarded_at_ms is null and r.redacted_at_ms is null and r.status not in ('merged', 'split', 'closed') order by r.registered_at_ms desc limit ${MOST_RECORDS})`,
      sql`select * from (select 'operation', r.id, r.title, r.domain_key, null from operations r where r.unit_id = ${unitId} and r.status in ('planned', 'running') order by r.planned_at_ms desc limit ${MOST_RECORDS})`,
      sql`select 'target', r.id, r.title_fa, coalesce(r.indicator_id, r.metric_key), r.metric_dims from targets r where r.unit_id = ${unitId} and r.dropped_at_ms is null`,
      sql`select 'indicator', r.id, r.title_fa, r.key, null from indicators r where r.retired_at_ms is null`,
    ],
    sql` union all `,
  );

/** Which records of the unit stand for an element already, of any template. */
const elementsSql = (unitId: UnitSql) =>
  sql.join(
    ROW_KINDS.filter((kind) => kind !== 'indicator').map((kind) => {
      const { from, unit, isGone } = ROW_FORMS[kind];
      return sql`select e.element_id as "elementId", e.kind, e.row_key as "rowKey" from element_rows e cross join ${from} where e.kind = ${kind} and ${isRecord(kind, sql`e.row_key`)} and ${unit} = ${unitId} and not ${isGone}`;
    }),
    sql` union all `,
  );

/** What a neighbourhood has around it that a template may be mapped or joined to. */
export const askAround = (db: Db, unitId: UnitSql, templateId: UnitSql, nowMs: number) => ({
  names: maybe(
    db.text<{ nameFa: string; nameEn: string | null }>(
      sql`select u.name_fa as "nameFa", u.name_en as "nameEn" from units u where u.id = ${unitId}`,
    ),
  ),
  domainTitles: many(
    db.text<{ key: string; titleFa: string; titleEn: string; nationalKey: string; isSensitive: number }>(
      sql`select d.key, d.title_fa as "titleFa", d.title_en as "titleEn", d.national_key as "nationalKey", d.is_sensitive as "isSensitive" from domains d where d.retired_at_ms is null order by d.ord, d.key`,
    ),
  ),
  kindTitles: many(
    db.text<{ key: string; titleFa: string; titleEn: string }>(
      sql`select k.key, k.title_fa as "titleFa", k.title_en as "titleEn" from committee_kinds k where k.retired_on is null order by k.ord`,
    ),
  ),
  persons: many(db.text<PersonRow>(peopleSql(unitId, nowMs))),
  bodies: many(
    db.text<AgencyRow>(
      sql`select a.id, a.name, a.kind, (select count(*) from unit_closure d where d.ancestor_id = a.unit_id) as far from agencies a where a.retired_at_ms is null and a.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = ${unitId}) order by far, a.name_folded limit ${MOST}`,
    ),
  ),
  found: many(
    db.text<CapacityRow>(
      sql`select b.id, b.name as title, b.kind from capacities b where b.withdrawn_at_ms is null and b.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = ${unitId}) and ${isMyUnit(sql`${unitId}`)} order by b.unit_id = ${unitId} desc, b.id desc limit ${MOST}`,
    ),
  ),
  records: many(db.text<RecordRow>(recordsSql(unitId))),
  standing: many(db.text<{ elementId: string; kind: string; rowKey: string }>(elementsSql(unitId))),
  memory: many(
    db.text<{ kind: string; name: string; target: string; unitId: string }>(
      sql`select m.kind, m.name, m.target, m.unit_id as "unitId" from mapping_memory m where m.unit_id in ('', ${unitId})`,
    ),
  ),
  adoption: maybe(
    db.text<{ id: string }>(
      sql`select a.id from adoptions a where a.template_id = ${templateId} and a.unit_id = ${unitId} and a.status = 'active'`,
    ),
  ),
});
