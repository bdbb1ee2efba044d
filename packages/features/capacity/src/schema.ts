import { agencies } from '@mahalleh/agencies/schema';
import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, real, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
    /** What a fund holds. */
    amountRial: integer('amount_rial'),
    /** Shape: JSON of `[weekday, from_min, to_min]`, Saturday 0, in Tehran's time. In SQL: the view `capacity_hours`. */
    hoursJson: text('hours_json'),
    /** Shape: JSON of `{ on, spans: [from_min, to_min][], note }`; without spans it is closed that day. In SQL: the view `capacity_exceptions`. */
    exceptionsJson: text('exceptions_json').case(),
    /** The weekdays on which it opens: bit n for weekday n, Saturday 0. */
    openDays: integer('open_days').notNull().default(0),
    isClosedOnHolidays: integer('is_closed_on_holidays', { mode: 'boolean' }).notNull().default(false),
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
  (t) => [
    index('capacities_by_unit').on(t.unitId, t.kind),
    index('capacities_by_domain').on(t.domainKey),
    index('capacities_by_agency')
      .on(t.agencyId)
      .where(sql`agency_id is not null`),
  ],
);

/**
 * When something of the bank is taken, by whom and for what: an operation (`operation_id` names a row of the operations feature) or a purpose in words.
 * Two that clash cannot be written: the triggers `bookings_clash_*` add up what is taken at every moment. What is earmarked of a fund has no end.
 */
export const bookings = provinceTable(
  'bookings',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    capacityId: text('capacity_id')
      .notNull()
      .references(() => capacities.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    operationId: text('operation_id'),
    purpose: text('purpose').case(),
    quantity: integer('quantity').notNull().default(1),
    amountRial: integer('amount_rial'),
    fromMs: integer('from_ms').notNull(),
    toMs: integer('to_ms').notNull(),
    /** The same for all bookings of a weekly series. */
    seriesId: text('series_id'),
    bookedBy: text('booked_by')
      .notNull()
      .references(() => people.id),
    bookedAtMs: integer('booked_at_ms').notNull(),
    cancelledAtMs: integer('cancelled_at_ms'),
    cancelledBy: text('cancelled_by'),
    cancelReason: text('cancel_reason').case(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('bookings_by_code').on(t.code),
    index('bookings_by_capacity').on(t.capacityId, t.fromMs),
    index('bookings_by_unit').on(t.unitId, t.fromMs),
    index('bookings_by_operation')
      .on(t.operationId)
      .where(sql`operation_id is not null`),
    index('bookings_by_series')
      .on(t.seriesId)
      .where(sql`series_id is not null`),
  ],
);
