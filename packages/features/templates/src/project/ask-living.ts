import { isMyUnit, many, maybe, one, type ReadDb } from '@mahalleh/gate';
import { sql, type SQL } from 'drizzle-orm';
import { askNames } from '../leaks/index.ts';
import { ROW_FORMS, type RowKind } from '../rows/index.ts';
import type { AdoptedElement, Living, LivingOffice, LivingRow, LivingSeat } from './living.ts';

type Db = Pick<ReadDb<'province'>, 'text'>;

/** So many records of a kind are asked at the most: a document holds no more elements. */
const MOST_ROWS = 2000;

const NOTHING = { place: sql`0`, people: sql`0` };
const BESIDE: Partial<Record<RowKind, { readonly place: SQL; readonly people: SQL }>> = {
  committee: { place: sql`0`, people: sql`r.lead_person_id is not null` },
  problem: {
    place: sql`(r.latitude is not null or r.place_note is not null)`,
    people: sql`r.people_affected is not null`,
  },
  operation: { place: sql`r.latitude is not null`, people: sql`0` },
};

const rowsOf = (db: Db, kind: RowKind, where: SQL, order: SQL) => {
  const { from, key, isGone, form } = ROW_FORMS[kind];
  const { place, people } = BESIDE[kind] ?? NOTHING;
  return many(
    db.text<LivingRow>(
      sql`select ${key} as "rowKey", ${form} as form, ${place} as "hasPlace", ${people} as "hasPeople" from ${from} where ${where} and not ${isGone} order by ${order} limit ${MOST_ROWS}`,
    ),
  );
};

const ofUnit = (db: Db, kind: RowKind, unitId: string | SQL, order: SQL) =>
  rowsOf(db, kind, sql`${ROW_FORMS[kind].unit} = ${unitId}`, order);

/** The indicators that operations, targets and aims of a unit speak of, with those that their formulas read. */
const indicatorsOf = (unitId: string | SQL): SQL =>
  sql`with recursive need(id) as (select indicator_id from operations where unit_id = ${unitId} and status <> 'cancelled' and indicator_id is not null union select indicator_id from targets where unit_id = ${unitId} and dropped_at_ms is null and indicator_id is not null union select indicator_id from indicator_aims where unit_id = ${unitId} union select i.id from need join indicators n on n.id = need.id join indicator_inputs x on x.indicator_id = n.id and x.version = n.version and x.kind = 'indicator' join indicators i on i.key = x.ref) select id from need`;

const KNOWN_ROWS = ['committee', 'problem', 'operation', 'task', 'duty', 'target'] as const;

/** Which element every record of the unit, and everything that is of the whole province, stood for before: those of `templateId` first. */
const askKnown = (db: Db, unitId: string | SQL, templateId: string | SQL) =>
  many(
    db.text<{ elementId: string; kind: string; rowKey: string }>(
      sql`select e.element_id as "elementId", e.kind, e.row_key as "rowKey" from element_rows e where ${sql.join(
        KNOWN_ROWS.map(
          (kind) =>
            sql`(e.kind = ${kind} and e.row_key in (select ${ROW_FORMS[kind].key} from ${ROW_FORMS[kind].from} where ${ROW_FORMS[kind].unit} = ${unitId}))`,
        ),
        sql` or `,
      )} or (e.kind = 'link' and e.row_key in (select task_id || '|' || after_id from task_dependencies where unit_id = ${unitId})) or e.kind in ('seat', 'domain', 'role', 'agency', 'capacity', 'indicator') order by e.template_id = ${templateId} desc, e.rowid`,
    ),
  );

/** Elements of templates that the unit uses. Adoptions depend on templates, so their tables are named in SQL text. */
const askAdopted = (db: Db, unitId: string | SQL) =>
  many(
    db.text<AdoptedElement>(
      sql`select e.element_id as "elementId", e.kind, e.row_key as "rowKey", e.base_json as base, e.landed_json as landed, e.local_json as local from adopted_elements e join adoptions a on a.id = e.adoption_id where a.unit_id = ${unitId} and a.status = 'active' and e.state in ('landed', 'kept') order by a.adopted_at_ms, e.rowid`,
    ),
  );

/** What the people who do tasks in the unit are there: a seat, its manager, the lead of a committee, a role. */
const askOffices = (db: Db, unitId: string | SQL, nowMs: number) =>
  many(
    db.text<LivingOffice>(
      sql`select p.id as "personId", (select s.key from appointments a join charter_seats s on s.id = a.seat_id where a.person_id = p.id and a.unit_id = ${unitId} and a.ended_on is null order by s.ord limit 1) as seat, exists (select 1 from units u where u.id = ${unitId} and u.manager_person_id = p.id) as "isManager", (select c.kind_key from committees c where c.unit_id = ${unitId} and c.lead_person_id = p.id limit 1) as committee, (select g.role from role_grants g where g.person_id = p.id and g.revoked_at_ms is null and coalesce(g.until_ms, ${nowMs} + 1) > ${nowMs} order by g.unit_id = ${unitId} desc, g.granted_at_ms limit 1) as role, p.job_title as "jobTitle" from people p where p.id in (select responsible_person_id from tasks where unit_id = ${unitId})`,
    ),
  );

const askSeats = (db: Db, unitId: string | SQL) =>
  many(
    db.text<LivingSeat>(
      sql`select s.key, s.title_fa as "titleFa", s.title_en as "titleEn", s.office, s.is_required as "isRequired", s.is_chair as "isChair", s.is_secretary as "isSecretary", exists (select 1 from appointments a where a.seat_id = s.id and a.council_id = c.id and a.ended_on is null) as "isHeld" from councils c join charter_seats s on s.charter_id = c.charter_id where c.unit_id = ${unitId} and c.kind = 'neighbourhood_progress' and c.dissolved_on is null order by s.ord`,
    ),
  );

/**
 * Everything that is asked of a neighbourhood to make a template of it. `templateId`: whose element ids come first.
 * Fails: not_found `unit_unknown` for what is no neighbourhood or village, or not the actor's to see.
 */
export const askLiving = (db: Db, unitId: string | SQL, templateId: string | SQL, nowMs: number) => ({
  unit: one(
    db.text<{ id: string; kind: string; population: number | null; name: string; isSample: number }>(
      sql`select id, kind, population, name_fa as name, is_sample as "isSample" from units where id = ${unitId} and kind in ('neighbourhood', 'village') and ended_on is null and ${isMyUnit(sql`units.id`)}`,
    ),
    'unit_unknown',
  ),
  committee: ofUnit(db, 'committee', unitId, sql`r.formed_on, r.id`),
  problem: ofUnit(db, 'problem', unitId, sql`coalesce(r.rank, 9999), r.id`),
  operation: ofUnit(db, 'operation', unitId, sql`r.starts_on, r.id`),
  task: ofUnit(db, 'task', unitId, sql`r.starts_on, r.id`),
  link: ofUnit(db, 'link', unitId, sql`r.task_id, r.after_id`),
  duty: ofUnit(db, 'duty', unitId, sql`r.domain_key, r.id`),
  indicator: rowsOf(db, 'indicator', sql`r.id in (${indicatorsOf(unitId)})`, sql`r.key`),
  target: ofUnit(db, 'target', unitId, sql`r.due_on, r.id`),
  seats: askSeats(db, unitId),
  committeeKinds: many(
    db.text<Living['committeeKinds'][number]>(
      sql`select key, title_fa as "titleFa", title_en as "titleEn", is_emergency as "isEmergency" from committee_kinds order by ord`,
    ),
  ),
  domains: many(
    db.text<Living['domains'][number]>(
      sql`select key, title_fa as "titleFa", title_en as "titleEn", national_key as "nationalKey", is_sensitive as "isSensitive", parent_key as "parentKey" from domains order by ord, key`,
    ),
  ),
  agencies: many(db.text<Living['agencies'][number]>(sql`select id, kind from agencies order by id`)),
  capacities: many(
    db.text<Living['capacities'][number]>(
      sql`select id, kind, domain_key as "domainKey", quantity from capacities where (unit_id = ${unitId} and withdrawn_at_ms is null) or id in (select capacity_id from operation_capacities where operation_id in (select id from operations where unit_id = ${unitId})) order by id`,
    ),
  ),
  offices: askOffices(db, unitId, nowMs),
  settings: maybe(db.text<{ weekend: string }>(sql`select weekend from work_settings where id = 1`)),
  known: askKnown(db, unitId, templateId),
  adopted: askAdopted(db, unitId),
  names: askNames(db, unitId),
});

type Asked = { [K in keyof ReturnType<typeof askLiving>]: ReturnType<ReturnType<typeof askLiving>[K]['read']> };

/** The answers of `askLiving` as the generaliser takes them. */
export const livingOf = (asked: Asked): Living => {
  const { committee, problem, operation, task, link, duty, indicator, target, settings, ...rest } = asked;
  return {
    ...rest,
    rows: { committee, problem, operation, task, link, duty, indicator, target },
    weekend: settings?.weekend ?? '6',
  };
};
