import { sql, type Column, type SQL } from 'drizzle-orm';
import type { SqlValue, Statement } from './statement.ts';

/** How the actor is known to SQL: by the hash of the session's token, the instant, and the roles that grant what is asked. */
export type ActorArgs = {
  readonly tokenHash: string;
  readonly nowMs: number;
  readonly roles: readonly string[];
  /** Whether the cookie is that of a guest who looks in: it opens a guest's session and no other. */
  readonly isGuest: boolean;
};

/** Whether a role is held at this instant. */
const isLive = (grant: string, nowMs: string): string =>
  `${grant}.revoked_at_ms is null and (${grant}.until_ms is null or ${grant}.until_ms > ${nowMs})`;

const CTES =
  `me(session_id, person_id, now_ms) as (select s.id, s.person_id, a.now_ms from (select ? as token_hash, ? as stage, ? as now_ms, ? as is_guest) a join sessions s on s.token_hash = a.token_hash where s.stage = a.stage and s.revoked_at_ms is null and s.expires_at_ms > a.now_ms and (s.guest_of is not null) = a.is_guest and (s.guest_of is null or exists (select 1 from role_grants lg where lg.person_id = s.person_id and ${isLive('lg', 'a.now_ms')}))),` +
  ` my_grants(role, unit_id, agency_id) as (select g.role, g.unit_id, g.agency_id from role_grants g join me on me.person_id = g.person_id where ${isLive('g', 'me.now_ms')} and g.role in (select value from json_each(?))),` +
  ' my_units(unit_id) as (select c.unit_id from my_grants g join unit_closure c on c.ancestor_id = g.unit_id)';

const ctesArgs = ({ tokenHash, nowMs, isGuest, roles }: ActorArgs): SqlValue[] => [
  tokenHash,
  'full',
  nowMs,
  Number(isGuest),
  JSON.stringify(roles),
];

/** Gives a statement that speaks of `me`, `my_grants` or `my_units` those tables; leaves others alone. */
export const withActor = (statement: { sql: string; args: readonly SqlValue[] }, actor: ActorArgs): Statement => {
  if (!/\bfrom me\b|\bjoin me\b|\bmy_units\b|\bmy_grants\b/.test(statement.sql)) return statement;
  const own = /^\s*with\s+(recursive\s+)?/i.exec(statement.sql);
  const rest = own ? `, ${statement.sql.slice(own[0].length)}` : ` ${statement.sql}`;
  return { sql: `with ${own?.[1] ?? ''}${CTES}${rest}`, args: [...ctesArgs(actor), ...statement.args] };
};

/** The first statement of every batch: the session, its grants and the schema's version. No row means signed out. */
export const sessionCheck = (actor: ActorArgs): Statement => ({
  sql:
    `with ${CTES} select me.session_id, me.person_id,` +
    ` (select json_group_array(json_object('role', g.role, 'unitId', g.unit_id, 'agencyId', g.agency_id)) from role_grants g where g.person_id = me.person_id and ${isLive('g', 'me.now_ms')}),` +
    " (select value from meta where key = 'schema_version') from me",
  args: ctesArgs(actor),
});

/** The first statement where no session is needed: nobody, and the schema's version. */
export const VISITOR_CHECK: Statement = {
  sql: "select '', 'visitor', '[]', value from meta where key = 'schema_version'",
  args: [],
};

/** Keeps rows whose unit the actor may see with the asked permission. For lists. */
export const inMyUnits = (unitId: Column | SQL): SQL => sql`${unitId} in (select unit_id from my_units)`;

/** The same for one row at a time: cheap where the statement already names its row. */
export const isMyUnit = (unitId: Column | SQL): SQL =>
  sql`exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id where mc.unit_id = ${unitId})`;

/** Keeps rows of the agency that the actor holds a seat for, or all rows when the grant names no agency. */
export const isMyAgency = (agencyId: Column | SQL): SQL =>
  sql`exists (select 1 from my_grants mg where mg.agency_id is null or mg.agency_id = ${agencyId})`;

/** Keeps the rows of `audit_log a` that tell of these records, as their subject or among others. `subjects` is SQL that gives ids. */
export const isTouched = (subjects: SQL): SQL =>
  sql`(a.subject in (${subjects}) or a.seq in (select also.seq from audit_also also where also.subject in (${subjects})))`;
