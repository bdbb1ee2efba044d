import { many, type ReadDb } from '@mahalleh/gate';
import { and, eq, gt, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Time } from './booking-rules.ts';
import { bookings } from './schema.ts';

/** What one booking takes: pieces, or rials of a fund. */
export const unitsSql = sql<number>`coalesce(${bookings.amountRial}, ${bookings.quantity})`;

/** Keeps the bookings of a capacity that stand within a stretch of time. */
export const standsWithin = (capacityId: string, { fromMs, toMs }: Time): SQL | undefined =>
  and(
    eq(bookings.capacityId, capacityId),
    isNull(bookings.cancelledAtMs),
    lt(bookings.fromMs, toMs),
    gt(bookings.toMs, fromMs),
  );

/** The bookings of a capacity that stand within a stretch of time, as the rules take them. */
export const takenWithin = (db: ReadDb<'province'>, capacityId: string, time: Time) =>
  many(
    db
      .select({
        id: bookings.id,
        code: bookings.code,
        fromMs: bookings.fromMs,
        toMs: bookings.toMs,
        units: unitsSql,
      })
      .from(bookings)
      .where(standsWithin(capacityId, time)),
  );

/** Keeps a capacity whose bookings that have not ended take no more than this at any moment: the same as `peakOf`, said where it is saved. */
export const holdsWhatIsBooked = (capacityId: string, limit: number, nowMs: number): SQL =>
  sql`not exists (select 1 from bookings p where p.capacity_id = ${capacityId} and p.cancelled_at_ms is null and p.to_ms > ${nowMs} and (select sum(coalesce(b.amount_rial, b.quantity)) from bookings b where b.capacity_id = ${capacityId} and b.cancelled_at_ms is null and b.to_ms > ${nowMs} and b.from_ms <= p.from_ms and b.to_ms > p.from_ms) > ${limit})`;
