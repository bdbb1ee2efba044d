import { defineCommand, guarded, isMyUnit, many, one } from '@mahalleh/gate';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { whyNotCancel } from '../booking-rules.ts';
import { CancelBooking, Cancelled } from '../model.ts';
import { bookings } from '../schema.ts';

/** Cancels a booking, and with `rest` all later ones of its series. Its time is free at once. */
export const cancelBooking = defineCommand({
  name: 'booking.cancel',
  permission: 'booking.cancel',
  input: CancelBooking,
  output: Cancelled,
  load: (db, { bookingId }) => ({
    booking: one(
      db
        .select()
        .from(bookings)
        .where(and(eq(bookings.id, bookingId), isMyUnit(bookings.unitId))),
      'booking_unknown',
    ),
    later: many(
      db
        .select({ id: bookings.id, revision: bookings.revision })
        .from(bookings)
        .where(
          and(
            isNull(bookings.cancelledAtMs),
            sql`${bookings.seriesId} = (select b.series_id from bookings b where b.id = ${bookingId})`,
            gt(bookings.fromMs, sql`(select b.from_ms from bookings b where b.id = ${bookingId})`),
          ),
        ),
    ),
  }),
  decide: ({ booking, later }, { revision, rest = false }, { nowMs }) =>
    whyNotCancel(booking, nowMs) ?? { ended: [{ id: booking.id, revision }, ...(rest ? later : [])] },
  save: (db, { ended }, _state, { reason }, { nowMs, personId }) =>
    ended.map(({ id, revision }) =>
      guarded(
        db
          .update(bookings)
          .set({ cancelledAtMs: nowMs, cancelledBy: personId, cancelReason: reason ?? null, revision: revision + 1 })
          .where(and(eq(bookings.id, id), eq(bookings.revision, revision), isNull(bookings.cancelledAtMs))),
      ),
    ),
  reversal: ({ ended }) => ({
    steps: ended.map(({ id, revision }) => ({
      table: bookings,
      id,
      revision: revision + 1,
      set: { cancelledAtMs: null, cancelledBy: null, cancelReason: null },
    })),
  }),
  audit: ({ ended }, { booking }) => ({
    subject: booking.capacityId,
    unitId: booking.unitId,
    fields: ['booking'],
    also: [...ended.map(({ id }) => id), ...(booking.operationId === null ? [] : [booking.operationId])],
  }),
  answer: ({ ended }, { booking }) => ({ id: booking.id, cancelled: ended.length }),
});
