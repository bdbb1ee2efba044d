import { nationalTable, provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { index, integer, primaryKey, text } from 'drizzle-orm/sqlite-core';

/** Who from outside was let look at what, until when, by whom and why. What it opens is in the gate's `role_grants`, whose first row bears the same id. */
export const lookinGrants = provinceTable(
  'lookin_grants',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    email: text('email').notNull().person(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    areasJson: text('areas_json').notNull(),
    reason: text('reason').notNull().case(),
    grantedBy: text('granted_by').notNull(),
    grantedAtMs: integer('granted_at_ms').notNull(),
    untilMs: integer('until_ms').notNull(),
    acceptedAtMs: integer('accepted_at_ms'),
    endedBy: text('ended_by'),
    endedAtMs: integer('ended_at_ms'),
  },
  (t) => [index('lookin_grants_by_person').on(t.personId), index('lookin_grants_by_end').on(t.untilMs)],
);

/** The invitations of the provinces to people of the ministry. Holds no secret: the link is made when it is followed. */
export const lookinInvitations = nationalTable(
  'lookin_invitations',
  {
    province: text('province').notNull(),
    grantId: text('grant_id').notNull(),
    fullName: text('full_name').notNull().person(),
    email: text('email').notNull().person(),
    partFa: text('part_fa').notNull(),
    partEn: text('part_en'),
    areasJson: text('areas_json').notNull(),
    reason: text('reason').notNull(),
    grantedAtMs: integer('granted_at_ms').notNull(),
    untilMs: integer('until_ms').notNull(),
    endedAtMs: integer('ended_at_ms'),
    acceptedAtMs: integer('accepted_at_ms'),
  },
  (t) => [primaryKey({ columns: [t.province, t.grantId] }), index('lookin_invitations_by_email').on(t.email)],
);
