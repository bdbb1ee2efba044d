import { sql, type SQL } from 'drizzle-orm';
import type { Guest } from './open-session.ts';

/** The role whose row bears the id of its grant: everybody who looks in holds it. */
export const GRANT_ROLE = 'guest_places';

/** SQL of the grant by which somebody looks in at this instant, and of its end: two columns, null for whoever does not. */
export const guestColumns = (personId: SQL, nowMs: number) => {
  const live = sql`from role_grants lg where lg.person_id = ${personId} and lg.role = ${GRANT_ROLE} and lg.revoked_at_ms is null and lg.until_ms > ${nowMs} order by lg.until_ms desc limit 1`;
  return {
    grantId: sql<string | null>`(select lg.id ${live})`,
    untilMs: sql<number | null>`(select lg.until_ms ${live})`,
  };
};

/** By what somebody is let in as a guest: null for whoever works here. */
export const guestOf = ({ grantId, untilMs }: { grantId: string | null; untilMs: number | null }): Guest | null =>
  grantId === null || untilMs === null ? null : { grantId, untilMs };
