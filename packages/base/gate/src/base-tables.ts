import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Role } from '@mahalleh/access';
import { provinceTable, workspaceTable } from './tables.ts';

/** One row per fact about the database itself: schema_version, database, epoch. */
export const meta = workspaceTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

/** Signed-in browsers. The token is stored as SHA-256 only. `stage` is `totp` until the second factor was shown. */
export const sessions = workspaceTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    stage: text('stage').$type<'totp' | 'full'>().notNull(),
    device: text('device').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    revokedAtMs: integer('revoked_at_ms'),
    /** The grant by which a guest looks in; null for whoever works here. It ends no later than its grant. */
    guestOf: text('guest_of'),
  },
  (t) => [uniqueIndex('sessions_by_token').on(t.tokenHash), index('sessions_by_person').on(t.personId)],
);

/** Who holds which role over which unit and everything below it, from when to when. */
export const roleGrants = workspaceTable(
  'role_grants',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    unitId: text('unit_id').notNull(),
    agencyId: text('agency_id'),
    grantedAtMs: integer('granted_at_ms').notNull(),
    revokedAtMs: integer('revoked_at_ms'),
    /** When it ends by itself; null for a role that lasts. */
    untilMs: integer('until_ms'),
  },
  (t) => [index('role_grants_by_person').on(t.personId)],
);

/** Every unit with every unit above it and itself: scope is a join, not a walk. */
export const unitClosure = workspaceTable(
  'unit_closure',
  { ancestorId: text('ancestor_id').notNull(), unitId: text('unit_id').notNull() },
  (t) => [primaryKey({ columns: [t.ancestorId, t.unitId] }), index('unit_closure_by_unit').on(t.unitId)],
);

/** One row per change, first in the batch of its change. Names fields, never a person's values. */
export const auditLog = workspaceTable(
  'audit_log',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    commandId: text('command_id').notNull(),
    atMs: integer('at_ms').notNull(),
    actorKind: text('actor_kind').$type<'person' | 'visitor' | 'operator' | 'guest'>().notNull(),
    actorId: text('actor_id').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    unitId: text('unit_id'),
    inputHash: text('input_hash').notNull(),
    resultJson: text('result_json').notNull(),
    fieldsJson: text('fields_json').notNull(),
  },
  (t) => [
    uniqueIndex('audit_log_by_command').on(t.commandId),
    index('audit_log_by_subject').on(t.subject),
    index('audit_log_by_unit').on(t.unitId, t.seq),
  ],
);

/** Further subjects of a command that concerns many records: their histories tell of it too. */
export const auditAlso = provinceTable(
  'audit_also',
  { subject: text('subject').notNull(), seq: integer('seq').notNull() },
  (t) => [primaryKey({ columns: [t.subject, t.seq] })],
);

/** How a change is taken back, kept for a while beside its audit row. What was discarded is the trash. */
export const reversals = provinceTable(
  'reversals',
  {
    commandId: text('command_id').primaryKey(),
    atMs: integer('at_ms').notNull(),
    actorId: text('actor_id').notNull(),
    /** The act that is taken back, as `problem.close`: who may do it may take it back. */
    act: text('act').notNull(),
    subject: text('subject').notNull(),
    unitId: text('unit_id'),
    label: text('label').case(),
    isTrash: integer('is_trash', { mode: 'boolean' }).notNull(),
    stepsJson: text('steps_json').notNull().case(),
    untilMs: integer('until_ms').notNull(),
    reversedAtMs: integer('reversed_at_ms'),
    reversedBy: text('reversed_by'),
  },
  (t) => [
    index('reversals_by_subject').on(t.subject),
    index('reversals_by_end').on(t.untilMs),
    index('reversals_in_trash')
      .on(t.atMs)
      .where(sql`is_trash = 1 and reversed_at_ms is null`),
  ],
);
