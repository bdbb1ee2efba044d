import { agencies } from '@mahalleh/agencies/schema';
import { provinceTable } from '@mahalleh/gate';
import { domains } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DutyRole } from './statuses.ts';

/**
 * Declared duties: what an agency is to a domain in a unit and everything below it. One lead at the most is declared
 * for a domain in a unit (`responsibilities_one_lead`), and an agency once. In SQL, the view `domain_line(key, above,
 * distance)` has each domain with itself and those above it.
 */
export const responsibilities = provinceTable(
  'responsibilities',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    domainKey: text('domain_key')
      .notNull()
      .references(() => domains.key),
    agencyId: text('agency_id')
      .notNull()
      .references(() => agencies.id),
    role: text('role').$type<DutyRole>().notNull(),
    note: text('note').case(),
    fromOn: text('from_on').notNull(),
    declaredAtMs: integer('declared_at_ms').notNull(),
    endedAtMs: integer('ended_at_ms'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('responsibilities_one_lead')
      .on(t.unitId, t.domainKey)
      .where(sql`role = 'lead' and ended_at_ms is null`),
    uniqueIndex('responsibilities_once')
      .on(t.agencyId, t.unitId, t.domainKey)
      .where(sql`ended_at_ms is null`),
    index('responsibilities_by_unit').on(t.unitId, t.domainKey),
  ],
);

/** A declared duty as it is stored. */
export type ResponsibilityRow = typeof responsibilities.$inferSelect;
