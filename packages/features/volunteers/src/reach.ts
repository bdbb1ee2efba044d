import { sql, and, eq, type Column, type SQL } from 'drizzle-orm';
import { volunteers } from './schema.ts';

/** A row of the volunteers. */
export type VolunteerRow = typeof volunteers.$inferSelect;

/**
 * Keeps what the actor is let to as the manager of exactly this neighbourhood: a role above it does not reach here. Who sits for the Basij
 * or acts for it or for the police is let to nothing, whatever other role they hold. In text, because councils and agencies are not needed otherwise.
 */
export const isManagersOwn = (unitId: Column | SQL): SQL =>
  sql`exists (select 1 from my_grants mg where mg.unit_id = ${unitId} and mg.role = 'neighbourhood_manager') and ${isUnbarred}`;

const isUnbarred = sql`not exists (select 1 from me join appointments ap on ap.person_id = me.person_id join charter_seats cs on cs.id = ap.seat_id where cs.office in ('basij_commander', 'basij_base') and ap.ended_on is null) and not exists (select 1 from me join role_grants rg on rg.person_id = me.person_id join agencies ag on ag.id = rg.agency_id where rg.revoked_at_ms is null and ag.kind in ('basij', 'police'))`;

/** Keeps the one volunteer, if the actor is the manager of their neighbourhood. */
export const isOwn = (id: string): SQL | undefined => and(eq(volunteers.id, id), isManagersOwn(volunteers.unitId));

/** Keeps the one volunteer at the revision that its editor saw. */
export const isAt = (id: string, revision: number): SQL | undefined =>
  and(eq(volunteers.id, id), eq(volunteers.revision, revision));
