import { index, integer, text } from 'drizzle-orm/sqlite-core';
import { workspaceTable } from '@mahalleh/gate';

/** The people who work in a workspace. What they may do is in the gate's `role_grants`; how they sign in is in `accounts`. */
export const people = workspaceTable(
  'people',
  {
    id: text('id').primaryKey(),
    fullName: text('full_name').notNull().person(),
    nameFolded: text('name_folded').notNull().person(),
    mobile: text('mobile').person(),
    jobTitle: text('job_title'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    /** Somebody from outside who looks in by a grant: never listed among those who work here, and given no role. */
    isGuest: integer('is_guest', { mode: 'boolean' }).notNull().default(false),
    registeredAtMs: integer('registered_at_ms').notNull(),
    retiredAtMs: integer('retired_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('people_by_name').on(t.nameFolded)],
);
