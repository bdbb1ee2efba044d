import { isMyUnit, many, maybe, type ReadDb } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Audience } from './choices.ts';
import { NEAR_M, OVERLAP_LEAST, OVERLAP_POINTS, RECENT_DAYS } from './overlap-rules.ts';
import { operations } from './schema.ts';
import type { OperationStatus } from './statuses.ts';

/** More than these overlap with nothing. */
const MOST = 200;

const n = (value: number): SQL => sql.raw(String(value));
const { domain, place, time, audience } = OVERLAP_POINTS;

/** The database has no cosine; this is one to the fourth order, and right to a ten-thousandth in Iran. */
const COSINE = sql.raw(
  '(1 - m.latitude * m.latitude * 0.00015230871 + m.latitude * m.latitude * m.latitude * m.latitude * 0.0000000038663)',
);
const NORTH = sql.raw('(o.latitude - m.latitude) * 111320');
const EAST = sql`(o.longitude - m.longitude) * 111320 * ${COSINE}`;
/** The square of the distance between `m` and `o`; null unless both have a point. Unit: square metres. */
const SQUARE = sql`(${NORTH}) * (${NORTH}) + (${EAST}) * (${EAST})`;

const IS_HERE = sql`(o.unit_id = m.unit_id or ${SQUARE} <= ${n(NEAR_M * NEAR_M)})`;
const SINCE = sql.raw(`strftime('%s', m.starts_on, '-${RECENT_DAYS} days') * 1000 - 12600000`);

/** How much an operation `o` is like the operation `m`: the same points as in the rules. */
const POINTS = sql`(iif(o.domain_key = m.domain_key, ${n(domain.same)}, ${n(domain.related)}) + iif(${IS_HERE}, ${n(place.same)}, ${n(place.county)}) + iif(o.status = 'done', ${n(time.recent)}, ${n(time.together)}) + case when o.problem_id = m.problem_id or o.audience = m.audience then ${n(audience.same)} when o.audience is null or m.audience is null or 'everyone' in (o.audience, m.audience) then ${n(audience.open)} else ${n(audience.other)} end)`;

/** Pairs of one operation `m` and others `o` of the same or a related domain, at the same time or done recently, here or in the county. */
const pairs = (operationId: string, today: CivilDate): SQL =>
  sql`from operations m join units mu on mu.id = m.unit_id join domains md on md.key = m.domain_key join domains d on d.key = md.key or d.national_key = md.national_key or d.parent_key = md.key or md.parent_key = d.key or d.parent_key = md.parent_key join operations o on o.domain_key = d.key and o.id <> m.id join units u on u.id = o.unit_id where m.id = ${operationId} and ((o.status in ('planned', 'running') and o.starts_on <= m.ends_on and (o.ends_on >= m.starts_on or (o.status = 'running' and m.starts_on <= ${today}))) or (o.status = 'done' and o.finished_at_ms >= ${SINCE})) and (u.county_id = mu.county_id or ${IS_HERE})`;

/** True while every strong overlap of an operation is among those named: what the rules said of the loaded ones, said where it is saved. */
export const isAllNoted = (operationId: string, noted: readonly string[], today: CivilDate): SQL =>
  sql`not exists (select 1 ${pairs(operationId, today)} and ${POINTS} >= ${n(OVERLAP_LEAST.strong)} and o.id not in (select value from json_each(${JSON.stringify(noted)})))`;

/** One candidate as the database gives it. What the actor may not see is null. */
export type Candidate = {
  operationId: string;
  code: string;
  isVisible: number;
  title: string | null;
  unitId: string;
  countyId: string | null;
  unitNameFa: string | null;
  unitNameEn: string | null;
  problemId: string | null;
  domainKey: string;
  domainTitleFa: string;
  domainTitleEn: string;
  audience: Audience | null;
  agencyId: string | null;
  agencyName: string | null;
  responsibleJson: string | null;
  status: OperationStatus;
  startsOn: string;
  endsOn: string;
  finishedAtMs: number | null;
  squareM2: number | null;
};

/** The operations that may overlap with one, whoever's they are: the most alike first. Their words only where the actor may see them. */
export const overlapCandidates = (db: ReadDb<'province'>, operationId: string, today: CivilDate) => {
  const isVisible = isMyUnit(sql`o.unit_id`);
  return many(
    db.text<Candidate>(
      sql`select o.id as operationId, o.code, ${isVisible} as isVisible, iif(${isVisible}, o.title, null) as title, o.unit_id as unitId, u.county_id as countyId, iif(${isVisible}, u.name_fa, null) as unitNameFa, iif(${isVisible}, u.name_en, null) as unitNameEn, o.problem_id as problemId, o.domain_key as domainKey, d.title_fa as domainTitleFa, d.title_en as domainTitleEn, o.audience, o.agency_id as agencyId, (select a.name from agencies a where a.id = o.agency_id) as agencyName, iif(${isVisible}, (select json_group_array(name) from (select distinct p.full_name as name from tasks t join people p on p.id = t.responsible_person_id where t.operation_id = o.id and t.status <> 'cancelled' order by 1 limit 3)), null) as responsibleJson, o.status, o.starts_on as startsOn, o.ends_on as endsOn, o.finished_at_ms as finishedAtMs, ${SQUARE} as squareM2 ${pairs(operationId, today)} order by ${POINTS} desc, o.starts_on, o.id limit ${MOST}`,
    ),
  );
};

/** The county that an operation lies in. */
export const countyOfOperation = (db: ReadDb<'province'>, operationId: string) =>
  maybe(
    db
      .select({ id: units.countyId })
      .from(units)
      .innerJoin(operations, eq(operations.unitId, units.id))
      .where(eq(operations.id, operationId)),
  );
