import { one, type ReadDb } from '@mahalleh/gate';
import { eq, or, sql, type SQL } from 'drizzle-orm';
import { savedViews } from './schema.ts';

const MY_OWN: SQL = sql`${savedViews.ownerId} = (select person_id from me)`;

/** Keeps the views that are mine or shared with me: with the people of a unit in which, or below which, I hold a role. */
export const isMyView: SQL = sql`${savedViews.droppedAtMs} is null and ${
  or(
    MY_OWN,
    sql`${savedViews.unitId} in (select c.ancestor_id from role_grants g join me on me.person_id = g.person_id join unit_closure c on c.unit_id = g.unit_id where g.revoked_at_ms is null)`,
    sql`${savedViews.unitId} in (select c.unit_id from role_grants g join me on me.person_id = g.person_id join unit_closure c on c.ancestor_id = g.unit_id where g.revoked_at_ms is null)`,
  ) ?? MY_OWN
}`;

/** Whether a view is mine. */
export const IS_MINE = MY_OWN;

/** The one view of that id, if I can see it. */
export const viewOf = (db: ReadDb<'province'>, viewId: string) =>
  one(
    db
      .select()
      .from(savedViews)
      .where(sql`${eq(savedViews.id, viewId)} and ${isMyView}`),
    'view_unknown',
  );
