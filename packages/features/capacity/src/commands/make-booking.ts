import { defineCommand, guarded, isMyUnit, maybe, NOW, one } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { bookingCode } from '../booking-code.ts';
import {
  clashOf,
  isBookable,
  limitOf,
  NEVER_MS,
  planBooking,
  timesOf,
  whyNotAsk,
  type Asked,
  type Bookable,
  type Plan,
  type Taken,
  type Time,
} from '../booking-rules.ts';
import { hoursOf } from '../hours-rules.ts';
import { Booked, MakeBooking } from '../model.ts';
import { isMine } from '../reach.ts';
import { whyNotChange } from '../rules.ts';
import { bookings, capacities } from '../schema.ts';
import { takenWithin } from '../taken.ts';

type Input = z.output<typeof MakeBooking>;

/** The days and times, or the first of them that is missing. */
const askedOf = ({ fromOn, fromAt, toOn = fromOn, toAt, weeklyUntil }: Input): Asked | Refusal => {
  if (fromOn === undefined) return refuse('required', { field: 'fromOn' });
  if (fromAt === undefined) return refuse('required', { field: 'fromAt' });
  if (toAt === undefined || toOn === undefined) return refuse('required', { field: 'toAt' });
  return { fromOn, fromAt, toOn, toAt, weeklyUntil };
};

/** The stretch within which bookings may be in the way: all that stand, for a fund. */
const within = (input: Input): Time => {
  const asked = askedOf(input);
  if (isRefusal(asked)) return { fromMs: 0, toMs: NEVER_MS + 1 };
  const times = timesOf(asked);
  return { fromMs: times[0]?.fromMs ?? 0, toMs: Math.max(...times.map(({ toMs }) => toMs)) };
};

/** What is earmarked of a fund: from now on, without an end. */
const planEarmark = (
  fund: Bookable,
  amountRial: number | undefined,
  taken: readonly Taken[],
  nowMs: number,
): Plan | Refusal => {
  if (!amountRial) return refuse('required', { field: 'amountRial' });
  const time = { fromMs: nowMs, toMs: NEVER_MS };
  const clash = clashOf(time, amountRial, taken, limitOf(fund));
  return clash
    ? refuse('fund_short', { field: 'amountRial', detail: { left: clash.free } })
    : { times: [time], skipped: 0 };
};

/** The operation, if it is there, not over, and the actor's to see. In text, because operations depend on capacities. */
const operationSql = (id: string | undefined) =>
  sql`select o.id from operations o where o.id = ${id ?? ''} and o.status in ('planned', 'running') and ${isMyUnit(sql`o.unit_id`)}`;

/** Books a place, equipment or part of a fund. Two that clash cannot both be saved; who comes second is told what is in the way. */
export const makeBooking = defineCommand({
  name: 'booking.make',
  permission: 'booking.make',
  input: MakeBooking,
  output: Booked,
  again: true,
  load: (db, input) => ({
    capacity: one(db.select().from(capacities).where(isMine(input.capacityId)), 'capacity_unknown'),
    operation: maybe(db.text<{ id: string }>(operationSql(input.operationId))),
    taken: takenWithin(db, input.capacityId, within(input)),
  }),
  decide: ({ capacity, operation, taken }, input, { nowMs, newId }) => {
    const no = whyNotChange(capacity);
    if (no) return no;
    if (!isBookable(capacity.kind)) return refuse('capacity_not_bookable');
    if (input.operationId !== undefined && !operation) return refuse('operation_not_open', { field: 'operationId' });
    if (input.operationId === undefined && input.purpose === undefined)
      return refuse('booking_needs_purpose', { field: 'purpose' });
    const units = capacity.kind === 'equipment' ? (input.quantity ?? 1) : 1;
    const plan = ((): Plan | Refusal => {
      if (capacity.kind === 'fund') return planEarmark(capacity, input.amountRial, taken, nowMs);
      const asked = askedOf(input);
      if (isRefusal(asked)) return asked;
      const cannot = whyNotAsk(asked, nowMs);
      return cannot ?? planBooking(capacity, hoursOf(capacity), timesOf(asked), units, taken, input.skips ?? false);
    })();
    if (isRefusal(plan)) return plan;
    const made = plan.times.map((time) => ({ ...time, id: newId() }));
    return { made, skipped: plan.skipped, units, seriesId: made.length > 1 ? newId() : null };
  },
  save: (db, { made, units, seriesId }, { capacity }, input, { nowMs, personId }) =>
    made.map(({ id, fromMs, toMs }) =>
      guarded(
        db.text(
          sql`insert into bookings (id, code, capacity_id, unit_id, operation_id, purpose, quantity, amount_rial, from_ms, to_ms, series_id, booked_by, booked_at_ms) select ${id}, ${bookingCode(id)}, c.id, c.unit_id, ${input.operationId ?? null}, ${input.purpose ?? null}, ${units}, ${capacity.kind === 'fund' ? (input.amountRial ?? null) : null}, ${fromMs}, ${toMs}, ${seriesId}, ${personId}, ${nowMs} from capacities c where c.id = ${capacity.id} and c.revision = ${capacity.revision} and c.withdrawn_at_ms is null`,
        ),
      ),
    ),
  reversal: ({ made }, _state, _input, { personId }) => ({
    steps: made.map(({ id }) => ({
      table: bookings,
      id,
      revision: 1,
      set: { cancelledAtMs: NOW, cancelledBy: personId },
    })),
  }),
  audit: ({ made }, { capacity }, { operationId }) => ({
    subject: capacity.id,
    unitId: capacity.unitId,
    fields: ['booking'],
    also: [...made.map(({ id }) => id), ...(operationId === undefined ? [] : [operationId])],
  }),
  answer: ({ made, skipped, seriesId }) => {
    const id = made[0]?.id ?? '';
    return { id, code: bookingCode(id), seriesId, made: made.length, skipped };
  },
});
