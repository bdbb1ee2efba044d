import { isMyUnit, many, maybe, one, type ReadDb } from '@mahalleh/gate';
import { drawCodes } from '@mahalleh/problems';
import { sql, type SQL } from 'drizzle-orm';
import type { Ground, JoinedRow, KnownIndicator } from './landing-model.ts';

type Db = ReadDb<'province'>;

/** The living progress council of a unit, with its committees. Shape: `council`, `committees`. */
const askCouncil = (db: Db, unitId: string | SQL) => ({
  council: maybe(
    db.text<{ id: string; establishedOn: string }>(
      sql`select c.id, c.established_on as "establishedOn" from councils c where c.unit_id = ${unitId} and c.kind = 'neighbourhood_progress' and c.dissolved_on is null`,
    ),
  ),
  charter: maybe(
    db.text<{ id: string }>(
      sql`select h.id from charters h where h.kind = 'neighbourhood_progress' and h.superseded_on is null`,
    ),
  ),
  committees: many(
    db.text<{ id: string; kindKey: string }>(
      sql`select m.id, m.kind_key as "kindKey" from committees m join councils c on c.id = m.council_id where c.unit_id = ${unitId} and c.kind = 'neighbourhood_progress' and c.dissolved_on is null`,
    ),
  ),
});

/** What the province has that a mapping may name, as far as it names it. `named`: JSON, a list of ids. */
const askNamed = (db: Db, unitId: string | SQL, named: string | SQL) => ({
  people: many(
    db.text<{ id: string }>(
      sql`select p.id from json_each(${named}) j join people p on p.id = j.value where p.retired_at_ms is null and p.is_guest = 0`,
    ),
  ),
  agencies: many(
    db.text<{ id: string }>(
      sql`select a.id from json_each(${named}) j join agencies a on a.id = j.value where a.retired_at_ms is null`,
    ),
  ),
  capacities: many(
    db.text<{ id: string }>(
      sql`select b.id from json_each(${named}) j join capacities b on b.id = j.value where b.withdrawn_at_ms is null and (${isMyUnit(sql`b.unit_id`)} or b.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = ${unitId}))`,
    ),
  ),
});

/** The records that joins name: living, and of this unit where their kind has one. `keys`: JSON, a list of keys. */
const joinedSql = (unitId: string | SQL, keys: string | SQL) =>
  sql.join(
    [
      sql`select 'committee' as kind, r.id as key, r.kind_key as "of", null as "startsOn", null as "endsOn" from json_each(${keys}) j join committees r on r.id = j.value where r.unit_id = ${unitId}`,
      sql`select 'problem', r.id, r.domain_key, null, null from json_each(${keys}) j join problems r on r.id = j.value where r.unit_id = ${unitId} and r.discarded_at_ms is null and r.redacted_at_ms is null and r.status not in ('merged', 'split', 'closed')`,
      sql`select 'operation', r.id, r.domain_key, r.starts_on, r.ends_on from json_each(${keys}) j join operations r on r.id = j.value where r.unit_id = ${unitId} and r.status <> 'cancelled'`,
      sql`select 'task', r.id, r.operation_id, r.starts_on, r.due_on from json_each(${keys}) j join tasks r on r.id = j.value where r.unit_id = ${unitId} and r.status <> 'cancelled'`,
      sql`select 'duty', r.id, r.domain_key, null, null from json_each(${keys}) j join responsibilities r on r.id = j.value where r.unit_id = ${unitId} and r.ended_at_ms is null`,
      sql`select 'indicator', r.id, r.key, null, null from json_each(${keys}) j join indicators r on r.id = j.value where r.retired_at_ms is null`,
      sql`select 'target', r.id, null, null, null from json_each(${keys}) j join targets r on r.id = j.value where r.unit_id = ${unitId} and r.dropped_at_ms is null`,
    ],
    sql` union all `,
  );

/** Every indicator of the province with what it means now. */
export const indicatorsSql = sql`select x.id, x.key, x.frequency, v.unit, v.direction, x.population, v.formula, x.version, x.retired_at_ms as "retiredAtMs" from indicators x join indicator_versions v on v.indicator_id = x.id and v.version = x.version`;

/** The last value of every indicator that was measured in a unit, under the definition that holds. */
export const readingsSql = (unitId: string | SQL) =>
  sql`select m.indicator_id as "indicatorId", m.value, max(m.period) as period from measurements m join indicators x on x.id = m.indicator_id and x.version = m.version where m.unit_id = ${unitId} and m.struck_at_ms is null and m.value is not null group by m.indicator_id`;

/** The duties that stand in a unit. */
export const dutiesSql = (unitId: string | SQL) =>
  sql`select r.id, r.unit_id as "unitId", r.domain_key as "domainKey", r.agency_id as "agencyId", a.name as "agencyName", r.role from responsibilities r join agencies a on a.id = r.agency_id where r.unit_id = ${unitId} and r.ended_at_ms is null`;

type Named = {
  readonly mapping?: Readonly<Record<string, string | null>> | undefined;
  readonly joins?: Readonly<Record<string, string>> | undefined;
  /** SQL that gives a JSON list or object of what is named, in place of a mapping. */
  readonly named?: SQL;
  /** SQL that gives a JSON list of the records that are joined, in place of joins. */
  readonly joinedBy?: SQL;
};

/** What the province and a unit have that changes are held against: where the unit lies, domains, duties, indicators. */
export const askAround = (db: Db, unitId: string | SQL) => ({
  above: many(
    db.text<{ id: string; kind: string }>(
      sql`select u.id, u.kind from unit_closure c join units u on u.id = c.ancestor_id where c.unit_id = ${unitId}`,
    ),
  ),
  domains: many(
    db.text<{
      key: string;
      nationalKey: string;
      parentKey: string | null;
      isSensitive: number;
      ord: number;
      retiredAtMs: number | null;
    }>(
      sql`select d.key, d.national_key as "nationalKey", d.parent_key as "parentKey", d.is_sensitive as "isSensitive", d.ord, d.retired_at_ms as "retiredAtMs" from domains d`,
    ),
  ),
  duties: many(db.text<Ground['duties'][number]>(dutiesSql(unitId))),
  indicators: many(db.text<KnownIndicator>(indicatorsSql)),
});

/**
 * What is asked of a neighbourhood before anything lands there. `codes`: SQL that gives how many tracking codes are needed.
 * Fails: unit_unknown.
 */
export const askGround = (
  db: Db,
  unitId: string | SQL,
  { mapping = {}, joins = {}, named: namedSql, joinedBy }: Named,
  codes: ReturnType<typeof sql>,
  drawn: number,
) => {
  const named = namedSql ?? JSON.stringify([...new Set(Object.values(mapping).filter((target) => target !== null))]);
  const keys = joinedBy ?? JSON.stringify([...new Set(Object.values(joins))]);
  return {
    unit: one(
      db.text<{ id: string; kind: string; endedOn: string | null }>(
        sql`select u.id, u.kind, u.ended_on as "endedOn" from units u where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`,
      ),
      'unit_unknown',
    ),
    ...askAround(db, unitId),
    work: maybe(db.text<{ weekend: string }>(sql`select weekend from work_settings`)),
    ...askCouncil(db, unitId),
    committeeKinds: many(
      db.text<Ground['committeeKinds'][number]>(
        sql`select k.key, k.ord, k.retired_on as "retiredOn" from committee_kinds k`,
      ),
    ),
    ...askNamed(db, unitId, named),
    readings: many(db.text<{ indicatorId: string; value: number; period: string }>(readingsSql(unitId))),
    aimed: many(
      db.text<{ indicatorId: string }>(
        sql`select ia.indicator_id as "indicatorId" from indicator_aims ia where ia.unit_id = ${unitId}`,
      ),
    ),
    joined: many(db.text<JoinedRow>(joinedSql(unitId, keys))),
    // Several are drawn for each, so that a full registry costs no second attempt: the first that are free are taken.
    codes: many(
      db.text<{ code: string }>(
        sql`select value as code from json_each(${JSON.stringify(drawCodes(drawn))}) where not exists (select 1 from problems p where p.code = value) limit ${codes}`,
      ),
    ),
  };
};

/** The answers of `askGround` as the rules read them. */
export const readGround = (
  got: Omit<Ground, 'domains'> & {
    readonly domains: readonly (Omit<Ground['domains'][number], 'isSensitive'> & { isSensitive: number })[];
  },
): Ground => ({
  ...got,
  domains: got.domains.map((domain) => ({ ...domain, isSensitive: domain.isSensitive === 1 })),
});
