import { sql } from 'drizzle-orm';
import { index, integer, real, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { provinceTable } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import type { Activation, AgencyKind, BaseKind } from './model.ts';

/** The bodies that take part, each with the unit that is its area. */
export const agencies = provinceTable(
  'agencies',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    kind: text('kind').$type<AgencyKind>().notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    phone: text('phone'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    registeredAtMs: integer('registered_at_ms').notNull(),
    retiredAtMs: integer('retired_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('agencies_by_unit').on(t.unitId), index('agencies_by_kind').on(t.kind, t.nameFolded)],
);

/** Mosques and other places that neighbourhoods work from, with their state of activation. */
export const bases = provinceTable(
  'bases',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text('kind').$type<BaseKind>().notNull(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(),
    officialCode: text('official_code'),
    agencyId: text('agency_id').references(() => agencies.id),
    activation: text('activation').$type<Activation>().notNull(),
    activatedOn: text('activated_on'),
    /** Whether it leads the bases of its neighbourhood (a lead mosque). */
    isLead: integer('is_lead', { mode: 'boolean' }).notNull().default(false),
    latitude: real('latitude'),
    longitude: real('longitude'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    registeredAtMs: integer('registered_at_ms').notNull(),
    retiredAtMs: integer('retired_at_ms'),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('bases_by_code').on(t.officialCode),
    uniqueIndex('bases_by_name')
      .on(t.unitId, t.kind, t.nameFolded)
      .where(sql`retired_at_ms is null`),
    index('bases_by_activation').on(t.activation, t.kind),
    index('bases_by_agency').on(t.agencyId),
  ],
);
