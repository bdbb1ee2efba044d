import { index, integer, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { workspaceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';

/** How a person signs in. No password hash: it was reset, and the one-time link has not been used yet. */
export const accounts = workspaceTable(
  'accounts',
  {
    personId: text('person_id')
      .primaryKey()
      .references(() => people.id),
    email: text('email').notNull().person(),
    passwordHash: text('password_hash'),
    passwordSetAtMs: integer('password_set_at_ms'),
    totpSecretSealed: text('totp_secret_sealed'),
    totpEnrolledAtMs: integer('totp_enrolled_at_ms'),
    totpLastStep: integer('totp_last_step'),
    isSuspended: integer('is_suspended', { mode: 'boolean' }).notNull().default(false),
    createdAtMs: integer('created_at_ms').notNull(),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [uniqueIndex('accounts_by_email').on(t.email)],
);

/** Codes that stand in for a lost phone, each once. Stored as a keyed hash. */
export const recoveryCodes = workspaceTable(
  'recovery_codes',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => accounts.personId),
    codeHash: text('code_hash').notNull(),
    usedAtMs: integer('used_at_ms'),
  },
  (t) => [uniqueIndex('recovery_codes_by_hash').on(t.personId, t.codeHash)],
);

/** One-time links: to open an account, or to set a new password. The token is stored as SHA-256 only. */
export const invitations = workspaceTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    email: text('email').notNull().person(),
    tokenHash: text('token_hash').notNull(),
    purpose: text('purpose').$type<'invite' | 'reset'>().notNull(),
    /** A guest's authenticator while it is being set up: sealed, and of no use before a code has shown it. */
    totpSecretSealed: text('totp_secret_sealed'),
    expiresAtMs: integer('expires_at_ms').notNull(),
    usedAtMs: integer('used_at_ms'),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (t) => [uniqueIndex('invitations_by_token').on(t.tokenHash), index('invitations_by_person').on(t.personId)],
);

/** Wrong attempts in a running window: one row per account (a hash of its e-mail), per second factor, and one for the workspace. */
export const lockouts = workspaceTable('lockouts', {
  key: text('key').primaryKey(),
  failedCount: integer('failed_count').notNull(),
  windowFromMs: integer('window_from_ms').notNull(),
  lockedUntilMs: integer('locked_until_ms'),
});
