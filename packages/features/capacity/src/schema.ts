import { agencies } from '@mahalleh/agencies/schema';
import { provinceTable } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { index, integer, real, text } from 'drizzle-orm/sqlite-core';
import type { CapacityKind, WithdrawReason } from './statuses.ts';

/** The capacity bank: what a neighbourhood has to solve its problems with. `domain_key` names a row of the problems feature's `domains`. */
export const capacities = provinceTable(
  'capacities',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text('kind').$type<CapacityKind>().notNull(),
    name: text('name').notNull().case(),
    nameFolded: text('name_folded').notNull().case(),
    note: text('note').case(),
    agencyId: text('agency_id').references(() => agencies.id),
    quantity: integer('quantity'),
    domainKey: text('domain_key'),
    availableNote: text('available_note').case(),
    latitude: real('latitude'),
    longitude: real('longitude'),
    registeredAtMs: integer('registered_at_ms').notNull(),
    withdrawnAtMs: integer('withdrawn_at_ms'),
    withdrawReason: text('withdraw_reason').$type<WithdrawReason>(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('capacities_by_unit').on(t.unitId, t.kind), index('capacities_by_domain').on(t.domainKey)],
);
