import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, text } from 'drizzle-orm/sqlite-core';
import type { ConsentChannel } from './statuses.ts';

/**
 * People who offer their help, by their own recorded consent. What says who they are is written only encrypted, under a key of that
 * person that is not in any database; it is gone from the row once they have withdrawn.
 */
export const volunteers = provinceTable(
  'volunteers',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    nameSealed: text('name_sealed').person(),
    phoneSealed: text('phone_sealed').person(),
    noteSealed: text('note_sealed').person(),
    timesSealed: text('times_sealed').person(),
    /** Shape: JSON of skills. In SQL: the view `volunteer_skills`, of those who have not withdrawn. */
    skillsJson: text('skills_json').notNull().default('[]'),
    /** The weekdays on which they are free: bit n for weekday n, Saturday 0. */
    freeDays: integer('free_days').notNull().default(0),
    consentVersion: text('consent_version').notNull(),
    consentOn: text('consent_on').notNull(),
    consentChannel: text('consent_channel').$type<ConsentChannel>().notNull(),
    consentRecordedBy: text('consent_recorded_by')
      .notNull()
      .references(() => people.id),
    enrolledAtMs: integer('enrolled_at_ms').notNull(),
    withdrawnAtMs: integer('withdrawn_at_ms'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('volunteers_by_unit').on(t.unitId, t.withdrawnAtMs)],
);

/** The keys that may never be again: written in the save in which a volunteer withdraws, before the key itself is destroyed. */
export const goneKeys = provinceTable(
  'gone_keys',
  {
    keyId: text('key_id').primaryKey(),
    goneAtMs: integer('gone_at_ms').notNull(),
    /** Null until the round has seen that it is destroyed. */
    destroyedAtMs: integer('destroyed_at_ms'),
  },
  (t) => [
    index('gone_keys_pending')
      .on(t.goneAtMs)
      .where(sql`destroyed_at_ms is null`),
  ],
);
