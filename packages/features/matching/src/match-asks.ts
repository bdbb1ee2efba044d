import type { CapacityKind } from '@mahalleh/capacity/statuses';
import { many, type ReadDb } from '@mahalleh/gate';
import { addDays, msOf, type CivilDate } from '@mahalleh/kernel';
import type { ProblemStatus } from '@mahalleh/problems/model';
import { askDuties, askLines } from '@mahalleh/responsibility/asks';
import { sql, type SQL } from 'drizzle-orm';
import type { Factor } from './factor-model.ts';

type Db = ReadDb<'province'>;

/** For how long ahead it is asked whether something is free. Unit: days. */
export const AHEAD_DAYS = 14;
const MOST_BOOKINGS = 3_000;

const IN_ASKED = sql.raw('(select id from asked)');

/** The rules as they are stored. */
export const askRules = (db: Db) =>
  many(
    db.text<{ key: Factor; weight: number; paramsJson: string; isActive: number; revision: number }>(
      sql`select key, weight, params_json as paramsJson, is_active as isActive, revision from match_rules`,
    ),
  );

/** The domains, and what each lies below. */
export const askDomains = (db: Db) =>
  many(
    db.text<{ key: string; parentKey: string | null; nationalKey: string }>(
      sql`select key, parent_key as parentKey, national_key as nationalKey from domains`,
    ),
  );

/** A problem as the database gives it. Of a sensitive one there is no point. */
export type ProblemRow = {
  problemId: string;
  code: string;
  title: string;
  status: ProblemStatus;
  unitId: string;
  unitNameFa: string;
  unitNameEn: string | null;
  countyId: string | null;
  domainKey: string;
  domainTitleFa: string;
  domainTitleEn: string;
  nationalKey: string;
  severity: number;
  peopleAffected: number | null;
  latitude: number | null;
  longitude: number | null;
};

/** A capacity as the database gives it. */
export type CapacityRow = {
  capacityId: string;
  kind: CapacityKind;
  name: string;
  unitId: string;
  unitNameFa: string;
  unitNameEn: string | null;
  countyId: string | null;
  domainKey: string | null;
  nationalKey: string | null;
  agencyId: string | null;
  agencyName: string | null;
  quantity: number | null;
  amountRial: number | null;
  earmarkedRial: number;
  hoursJson: string | null;
  exceptionsJson: string | null;
  /** 1: closed on the holidays of the calendar. */
  isClosedOnHolidays: number;
  availableNote: string | null;
  latitude: number | null;
  longitude: number | null;
};

/**
 * What the pairs of the tables `asked` and `cands` are weighed by. `tables` is the beginning of every statement; each
 * is bounded, so that the cost does not follow the size of the province.
 */
export const askPairs = (db: Db, tables: SQL, today: CivilDate) => {
  const [fromMs, toMs] = [msOf(today), msOf(addDays(today, AHEAD_DAYS))];
  const places = sql`(select p.unit_id from problems p where p.id in ${IN_ASKED})`;
  return {
    problems: many(
      db.text<ProblemRow>(
        sql`${tables} select p.id as problemId, p.code, p.title, p.status, p.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, u.county_id as countyId, p.domain_key as domainKey, d.title_fa as domainTitleFa, d.title_en as domainTitleEn, d.national_key as nationalKey, p.severity, p.people_affected as peopleAffected, iif(d.is_sensitive, null, p.latitude) as latitude, iif(d.is_sensitive, null, p.longitude) as longitude from problems p join units u on u.id = p.unit_id join domains d on d.key = p.domain_key where p.id in ${IN_ASKED} order by coalesce(p.rank, 10000), p.id`,
      ),
    ),
    capacities: many(
      db.text<CapacityRow>(
        sql`${tables} select c.id as capacityId, c.kind, c.name, c.unit_id as unitId, u.name_fa as unitNameFa, u.name_en as unitNameEn, u.county_id as countyId, c.domain_key as domainKey, d.national_key as nationalKey, c.agency_id as agencyId, a.name as agencyName, c.quantity, c.amount_rial as amountRial, iif(c.kind = 'fund', coalesce((select sum(b.amount_rial) from bookings b where b.capacity_id = c.id and b.cancelled_at_ms is null), 0), 0) as earmarkedRial, c.hours_json as hoursJson, c.exceptions_json as exceptionsJson, c.is_closed_on_holidays as isClosedOnHolidays, c.available_note as availableNote, c.latitude, c.longitude from cands cross join capacities c on c.id = cands.id join units u on u.id = c.unit_id left join domains d on d.key = c.domain_key left join agencies a on a.id = c.agency_id`,
      ),
    ),
    solved: many(
      db.text<{ capacityId: string; nationalKey: string; n: number }>(
        sql`${tables} select oc.capacity_id as capacityId, d.national_key as nationalKey, count(distinct p.id) as n from cands cross join operation_capacities oc on oc.capacity_id = cands.id join operations o on o.id = oc.operation_id join problems p on p.id = o.problem_id join domains d on d.key = p.domain_key where o.status = 'done' and p.status = 'solved' and p.discarded_at_ms is null group by 1, 2`,
      ),
    ),
    promised: many(
      db.text<{ capacityId: string; problemId: string | null; n: number }>(
        sql`${tables} select oc.capacity_id as capacityId, o.problem_id as problemId, count(*) as n from cands cross join operation_capacities oc on oc.capacity_id = cands.id join operations o on o.id = oc.operation_id where o.status in ('planned', 'running') group by 1, 2`,
      ),
    ),
    bookings: many(
      db.text<{ capacityId: string; fromMs: number; toMs: number; units: number }>(
        sql`${tables} select b.capacity_id as capacityId, b.from_ms as fromMs, b.to_ms as toMs, b.quantity as units from cands cross join bookings b on b.capacity_id = cands.id where b.cancelled_at_ms is null and b.amount_rial is null and b.from_ms < ${toMs} and b.to_ms > ${fromMs} limit ${MOST_BOOKINGS}`,
      ),
    ),
    lines: askLines(db, places, tables),
    duties: askDuties(db, places, tables),
  };
};
