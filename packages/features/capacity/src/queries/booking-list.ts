import { defineQuery, inMyUnits, isMyUnit, many, one } from '@mahalleh/gate';
import { addDays, msOf } from '@mahalleh/kernel';
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, lte, sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { BookingList, ListBookings, type BookingState } from '../model.ts';
import { bookings, capacities } from '../schema.ts';
import { bookingFields } from './booking-fields.ts';

const SIZE = 25;

const inScope = (unitId: string | undefined): SQL =>
  unitId === undefined
    ? inMyUnits(bookings.unitId)
    : sql`${bookings.unitId} in (select c.unit_id from unit_closure c where c.ancestor_id = ${unitId} and ${isMyUnit(sql`c.unit_id`)})`;

const inState = (state: BookingState, nowMs: number): SQL | undefined => {
  if (state === 'cancelled') return isNotNull(bookings.cancelledAtMs);
  if (state === 'all') return undefined;
  return and(isNull(bookings.cancelledAtMs), state === 'past' ? lte(bookings.toMs, nowMs) : gt(bookings.toMs, nowMs));
};

const matching = (input: z.output<typeof ListBookings>, nowMs: number): SQL | undefined => {
  const { unitId, capacityId, operationId, from, until, state = 'coming' } = input;
  return and(
    capacityId === undefined ? inScope(unitId) : and(eq(bookings.capacityId, capacityId), isMyUnit(bookings.unitId)),
    operationId === undefined ? undefined : eq(bookings.operationId, operationId),
    from === undefined ? undefined : gt(bookings.toMs, msOf(from)),
    until === undefined ? undefined : lt(bookings.fromMs, msOf(addDays(until, 1))),
    inState(state, nowMs),
  );
};

/** The bookings that the actor may see, filtered: those to come by their time, others the latest first. */
export const bookingList = defineQuery({
  name: 'booking_list',
  permission: 'capacity.read',
  input: ListBookings,
  output: BookingList,
  ask: (db, input, { nowMs }) => {
    const { state = 'coming', page = 1, size = SIZE } = input;
    const condition = matching(input, nowMs);
    return {
      rows: many(
        db
          .select(bookingFields)
          .from(bookings)
          .innerJoin(capacities, eq(capacities.id, bookings.capacityId))
          .where(condition)
          .orderBy(
            ...(state === 'coming'
              ? [asc(bookings.fromMs), asc(bookings.id)]
              : [desc(bookings.fromMs), desc(bookings.id)]),
          )
          .limit(size)
          .offset((page - 1) * size),
      ),
      total: one(db.select({ count: count() }).from(bookings).where(condition)),
    };
  },
  shape: ({ rows, total }, { page = 1, size = SIZE }) => ({ rows, total: total.count, page, size }),
});
