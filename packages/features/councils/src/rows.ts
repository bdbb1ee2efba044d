import { nameHolds } from '@mahalleh/units';
import { sql, type SQL } from 'drizzle-orm';
import type { CouncilKind, CouncilState } from './codes.ts';
import { persianOrderSql } from './persian-order.ts';
import type { CouncilRow } from './outputs.ts';
import { ABSENT, conformanceOf } from './rules.ts';
import { conformanceSql, requiredSeatsJson, withToday } from './rules-sql.ts';
import { readRequiredSeats } from './seats.ts';

/** One row of `rowsSql`. */
export type CouncilRowSql = {
  unit_id: string;
  unit_kind: string;
  name_fa: string;
  name_en: string | null;
  county_id: string | null;
  county_fa: string | null;
  county_en: string | null;
  kind: CouncilKind;
  state: CouncilState;
  id: string | null;
  established_on: string | null;
  first_meeting_on: string | null;
  revision: number | null;
  required: string | null;
};

const EXPECTED =
  "select u0.*, case u0.kind when 'province' then 'province_steering' when 'county' then 'county_steering' else 'neighbourhood_progress' end as council_kind" +
  " from units u0 where u0.kind in ('province', 'county', 'neighbourhood', 'village') and (u0.ended_on is null or u0.ended_on > :today) and u0.id in (select unit_id from my_units)";

/** Every unit of the actor's that must have a council, with its council if it has one. Columns for filters: `u`, `c`, `k`. */
const fromSql = (today: string): SQL =>
  withToday(
    `from (${EXPECTED}) u left join units cu on cu.id = u.county_id and u.kind <> 'county'` +
      ' left join councils c on c.unit_id = u.id and c.kind = u.council_kind and c.dissolved_on is null' +
      ` left join (${conformanceSql('select mc.id from councils mc where mc.unit_id in (select unit_id from my_units)')}) k on k.council_id = c.id`,
    today,
  );

const STATE = sql.raw(
  "case when k.is_formed is null then 'absent' when k.is_formed then 'formed' else 'not_formed' end",
);

/** What can be asked of the list. */
export type RowFilter = {
  readonly kind?: CouncilKind | undefined;
  readonly formed?: boolean | undefined;
  readonly state?: CouncilState | undefined;
  readonly countyId?: string | undefined;
  readonly unitId?: string | undefined;
  /** A part of the unit's name, as it was typed. */
  readonly q?: string | undefined;
};

const whereSql = (filter: RowFilter): SQL =>
  sql.join(
    [
      sql`1`,
      ...(filter.kind ? [sql`u.council_kind = ${filter.kind}`] : []),
      ...(filter.formed === undefined ? [] : [sql`coalesce(k.is_formed, 0) = ${filter.formed ? 1 : 0}`]),
      ...(filter.state ? [sql`${STATE} = ${filter.state}`] : []),
      ...(filter.countyId ? [sql`u.county_id = ${filter.countyId}`] : []),
      ...(filter.unitId ? [sql`u.id = ${filter.unitId}`] : []),
      ...(filter.q ? [nameHolds(sql`u.name_folded`, filter.q)] : []),
    ],
    sql` and `,
  );

const ORDER = sql.raw(
  "order by case u.kind when 'province' then 0 when 'county' then 1 else 2 end, case when k.is_formed then 2 when k.is_formed is null then 1 else 0 end," +
    ` ${persianOrderSql('u.name_fa')}, u.id`,
);

/** A page of councils of the actor's units: by level, those that lack something first, then by name. */
export const rowsSql = (filter: RowFilter, today: string, size: number, offset: number): SQL =>
  sql`select p.*, case when p.id is null then null else ${sql.raw(requiredSeatsJson('p'))} end as required from (
    select u.id as unit_id, u.kind as unit_kind, u.name_fa, u.name_en, cu.id as county_id, cu.name_fa as county_fa, cu.name_en as county_en,
      u.council_kind as kind, ${STATE} as state, c.id, c.charter_id, c.established_on, c.first_meeting_on, c.revision
    ${fromSql(today)} where ${whereSql(filter)} ${ORDER} limit ${size} offset ${offset}) p`;

/** How many councils the same filter finds. */
export const totalSql = (filter: RowFilter, today: string): SQL =>
  sql`select count(*) as n ${fromSql(today)} where ${whereSql(filter)}`;

/**
 * How many councils are not formed, by the first thing that is missing. Shape: rows `kind, lack, n`, where lack is
 * council_absent, seat_vacant, not_sworn or first_meeting_missing.
 */
export const lacksSql = (today: string): SQL =>
  sql`select u.council_kind as kind, case when k.is_formed is null then 'council_absent' when k.filled_seats < k.required_seats then 'seat_vacant'
      when k.sworn < k.required_seats then 'not_sworn' else 'first_meeting_missing' end as lack, count(*) as n
    ${fromSql(today)} where coalesce(k.is_formed, 0) = 0 group by 1, 2`;

/** Makes an output row of a stored one. */
export const readRow = (row: CouncilRowSql, today: string): CouncilRow => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  unit: { id: row.unit_id, kind: row.unit_kind, nameFa: row.name_fa, nameEn: row.name_en },
  county:
    row.county_id === null || row.county_fa === null
      ? null
      : { id: row.county_id, nameFa: row.county_fa, nameEn: row.county_en },
  establishedOn: row.established_on,
  firstMeetingOn: row.first_meeting_on,
  revision: row.revision,
  conformance:
    row.required === null || row.established_on === null
      ? ABSENT
      : conformanceOf(
          {
            establishedOn: row.established_on,
            firstMeetingOn: row.first_meeting_on,
            required: readRequiredSeats(row.required),
          },
          today,
        ),
});
