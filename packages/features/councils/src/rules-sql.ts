import { sql, type SQL } from 'drizzle-orm';

/** SQL condition: the appointment `alias` holds on `:today`. The same as `isInForce`. */
export const inForceSql = (alias: string): string =>
  `${alias}.from_on <= :today and (${alias}.to_on is null or ${alias}.to_on >= :today) and (${alias}.ended_on is null or ${alias}.ended_on > :today)`;

/**
 * Whether councils are formed, the same as `conformanceOf`. `councilsSql` is SQL that gives council ids; dissolved ones are left out.
 * Shape: rows `council_id, unit_id, kind, required_seats, filled_seats, sworn, has_met, is_formed`. Uses `:today`.
 */
export const conformanceSql = (councilsSql: string): string => {
  const held = (more: string) =>
    `exists (select 1 from appointments a where a.council_id = c.id and a.seat_id = s.id and ${inForceSql('a')}${more})`;
  return (
    'select k.council_id, k.unit_id, k.kind, k.required_seats, k.filled_seats, k.sworn, k.has_met,' +
    ' k.filled_seats = k.required_seats and k.sworn = k.required_seats and k.has_met as is_formed from (' +
    'select c.id as council_id, c.unit_id, c.kind, count(s.id) as required_seats,' +
    ` sum(${held('')}) as filled_seats, sum(${held(' and a.sworn_on is not null')}) as sworn,` +
    ' c.first_meeting_on is not null as has_met' +
    ' from councils c left join charter_seats s on s.charter_id = c.charter_id and s.is_required = 1' +
    ` where c.dissolved_on is null and c.id in (${councilsSql}) group by c.id) k`
  );
};

/** SQL that gives the ids of the living councils of a kind in units. `units` is SQL that gives unit ids. */
export const councilsIn = (units: string, kind: string): string =>
  `select lc.id from councils lc where lc.dissolved_on is null and lc.kind = '${kind}' and lc.unit_id in (${units})`;

/** SQL for the instant at which a civil date begins in Tehran. Unit: UTC milliseconds. `date` is SQL. */
export const startOfDaySql = (date: string): string => `(cast(strftime('%s', ${date}) as integer) - 12600) * 1000`;

/**
 * SQL that gives `unit_id, at_ms`: when mandates of living councils of a kind begin or end by the clock alone. Uses `:today`.
 * `units` is SQL that gives unit ids.
 */
export const mandateChangesSql = (units: string, kind: string): string => {
  const edges = (date: string, more: string) =>
    `select a.unit_id, ${startOfDaySql(date)} as at_ms from appointments a where a.council_id in (${councilsIn(units, kind)}) and ${more}`;
  return [
    edges('a.from_on', 'a.from_on > :today'),
    edges("date(a.to_on, '+1 day')", 'a.to_on >= :today'),
    edges('a.ended_on', 'a.ended_on > :today'),
  ].join(' union all ');
};

/**
 * SQL that gives, as JSON, the required seats of the council `alias` with everybody who ever held them: the input of `conformanceOf`.
 * Shape: `[{ key, titleFa, titleEn, holdings: [{ fromOn, toOn, endedOn, swornOn }] }]`.
 */
export const requiredSeatsJson = (alias: string): string =>
  "(select json_group_array(json_object('key', s.key, 'titleFa', s.title_fa, 'titleEn', s.title_en, 'holdings'," +
  " (select json_group_array(json_object('fromOn', a.from_on, 'toOn', a.to_on, 'endedOn', a.ended_on, 'swornOn', a.sworn_on))" +
  ` from appointments a where a.council_id = ${alias}.id and a.seat_id = s.id)))` +
  ` from (select * from charter_seats rs where rs.charter_id = ${alias}.charter_id and rs.is_required = 1 order by rs.ord) s)`;

/** Binds the named values of a rule's SQL text (`:today`), for a question that is sent with values by position. */
export const withValues = (text: string, values: Readonly<Record<string, string | number>>): SQL =>
  sql.join(
    text.split(/(:[a-z_]+)/).map((part) => {
      const value = part.startsWith(':') ? values[part.slice(1)] : undefined;
      return value === undefined ? sql.raw(part) : sql`${value}`;
    }),
  );

/** Binds `:today` alone. */
export const withToday = (text: string, today: string): SQL => withValues(text, { today });
