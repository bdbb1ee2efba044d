import { and, sql, type SQL } from 'drizzle-orm';
import { rolesGranting } from '@mahalleh/access';
import { isMyUnit, NATION, type Facts } from '@mahalleh/gate';
import { NATION_UNIT } from './model.ts';

/** How many live roles a person holds outside the actor's units. 0: the person is within reach, which a guest never is. */
export const rolesOutside = (personId: SQL): SQL<number> =>
  sql<number>`(select count(*) from role_grants og where og.person_id = ${personId} and og.revoked_at_ms is null and not ${isMyUnit(sql`og.unit_id`)}) + (select gp.is_guest from people gp where gp.id = ${personId})`;

/** Whether a live role of the person lies in the actor's units, or they hold none at all. */
export const isNearMe = (personId: SQL): SQL =>
  sql`(not exists (select 1 from role_grants ng where ng.person_id = ${personId} and ng.revoked_at_ms is null) or exists (select 1 from role_grants ng where ng.person_id = ${personId} and ng.revoked_at_ms is null and ${isMyUnit(sql`ng.unit_id`)}))`;

/**
 * For the saves that take people off: the actor is still signed in and still an administrator at that very moment. Two
 * administrators who take each other off at once cannot both succeed.
 */
export const actorStillAdministers = ({ sessionId }: Pick<Facts, 'sessionId'>): SQL =>
  sql`exists (select 1 from sessions st join role_grants sg on sg.person_id = st.person_id where st.id = ${sessionId} and st.revoked_at_ms is null and sg.revoked_at_ms is null and sg.role in (select value from json_each(${JSON.stringify(rolesGranting('role.revoke'))})))`;

/** The units of a workspace as a table expression: a province's own, or the ministry's one. */
export const unitsOf = (workspace: string): SQL =>
  workspace === NATION
    ? sql`(select ${NATION_UNIT.id} as id, ${NATION_UNIT.kind} as kind, ${NATION_UNIT.nameFa} as name_fa, ${NATION_UNIT.nameEn} as name_en, null as ended_on)`
    : sql`units`;

/** All conditions, those left out not counted. */
export const allOf = (...conditions: (SQL | undefined | false)[]): SQL =>
  and(...conditions.filter((c): c is SQL => Boolean(c))) ?? sql`1 = 1`;

/** A text as `like` compares it: what the person typed stands for itself. */
export const containing = (column: SQL, folded: string): SQL =>
  sql`${column} like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
