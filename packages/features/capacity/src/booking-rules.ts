import {
  addDays,
  civilDateOf,
  daysBetween,
  formatClock,
  instantAt,
  minuteOf,
  refuse,
  type CivilDate,
  type Refusal,
} from '@mahalleh/kernel';
import { closedDay, closedEnd, isHolidayFor, spansOn, type Hours } from './hours-rules.ts';
import { formatSpans } from './hours-text.ts';
import { BOOKABLE_KINDS, type CapacityKind } from './statuses.ts';

/** What can be booked: how much of it there is, and when it is open. */
export type Bookable = {
  readonly kind: CapacityKind;
  readonly quantity: number | null;
  readonly amountRial: number | null;
  readonly withdrawnAtMs: number | null;
};

/** A stretch of time. Unit: UTC milliseconds, the end not included. */
export type Time = { readonly fromMs: number; readonly toMs: number };

/** A booking that stands. `units`: pieces, or rials of a fund. */
export type Taken = Time & { readonly code: string; readonly units: number };

/** The limits of a booking. Unit: days, or times. */
export const BOOKING = { longestDays: 31, farthestDays: 400, mostTimes: 53 } as const;

/** When a booking without an end ends: what is earmarked of a fund. Unit: UTC milliseconds. */
export const NEVER_MS = 253_402_300_799_000;

/** How much of it can be taken at one moment: a place by one, equipment by its quantity, a fund by its amount. */
export const limitOf = ({ kind, quantity, amountRial }: Omit<Bookable, 'withdrawnAtMs'>): number => {
  if (kind === 'place') return 1;
  if (kind === 'equipment') return quantity ?? 1;
  return kind === 'fund' ? (amountRial ?? 0) : 0;
};

/** Whether this kind can be booked at all. */
export const isBookable = (kind: CapacityKind): boolean => BOOKABLE_KINDS.some((one) => one === kind);

/** Where a booking first asks for more than is left: the one in its way, and what is free then; undefined when there is room. */
export const clashOf = (
  wanted: Time,
  units: number,
  taken: readonly Taken[],
  limit: number,
): { readonly with: Taken | undefined; readonly free: number } | undefined => {
  const near = taken.filter(({ fromMs, toMs }) => fromMs < wanted.toMs && toMs > wanted.fromMs);
  const moments = [wanted.fromMs, ...near.map(({ fromMs }) => fromMs).filter((ms) => ms > wanted.fromMs)];
  for (const ms of moments.toSorted((a, b) => a - b)) {
    const there = near.filter(({ fromMs, toMs }) => fromMs <= ms && toMs > ms);
    const free = limit - there.reduce((sum, one) => sum + one.units, 0);
    if (units > free) return { with: there.toSorted((a, b) => b.units - a.units)[0], free: Math.max(0, free) };
  }
  return undefined;
};

/** The most that is taken at one moment. */
export const peakOf = (taken: readonly Taken[]): number =>
  Math.max(
    0,
    ...taken.map(({ fromMs }) =>
      taken.filter((one) => one.fromMs <= fromMs && one.toMs > fromMs).reduce((sum, one) => sum + one.units, 0),
    ),
  );

/** A booking as it was asked for: days and times in Tehran, once or every week until a day. */
export type Asked = {
  readonly fromOn: CivilDate;
  readonly fromAt: number;
  readonly toOn: CivilDate;
  readonly toAt: number;
  readonly weeklyUntil: CivilDate | undefined;
};

/** The times that were asked for: one, or one each week. */
export const timesOf = ({ fromOn, fromAt, toOn, toAt, weeklyUntil }: Asked): Time[] => {
  const weeks = weeklyUntil === undefined ? 0 : Math.max(0, Math.floor(daysBetween(fromOn, weeklyUntil) / 7));
  return Array.from({ length: Math.min(weeks, BOOKING.mostTimes) + 1 }, (_, n) => ({
    fromMs: instantAt(addDays(fromOn, n * 7), fromAt),
    toMs: instantAt(addDays(toOn, n * 7), toAt),
  }));
};

/** Why times may not be asked for, whatever is booked already, or undefined. */
export const whyNotAsk = (asked: Asked, nowMs: number): Refusal | undefined => {
  const { fromOn, toOn, weeklyUntil } = asked;
  const days = daysBetween(fromOn, toOn);
  const today = civilDateOf(nowMs);
  if (days < 0) return refuse('booking_span_empty', { field: 'toOn' });
  if (days === 0 && asked.toAt <= asked.fromAt) return refuse('booking_span_empty', { field: 'toAt' });
  if (instantAt(toOn, asked.toAt) <= nowMs) return refuse('booking_in_past', { field: 'fromOn' });
  if (days > BOOKING.longestDays)
    return refuse('booking_too_long', { field: 'toOn', detail: { most: BOOKING.longestDays } });
  const farthest = { most: BOOKING.farthestDays };
  if (daysBetween(today, fromOn) > farthest.most)
    return refuse('booking_too_far', { field: 'fromOn', detail: farthest });
  if (weeklyUntil === undefined) return undefined;
  if (weeklyUntil < fromOn) return refuse('series_before_start', { field: 'weeklyUntil' });
  if (days > 6) return refuse('series_overlaps_itself', { field: 'toOn' });
  return daysBetween(fromOn, weeklyUntil) / 7 >= BOOKING.mostTimes
    ? refuse('series_too_long', { field: 'weeklyUntil', detail: { most: BOOKING.mostTimes } })
    : undefined;
};

/** Why it may not be booked at that time for its opening hours, or undefined. A place must be open throughout; equipment when it is fetched and brought back. */
export const whyClosed = (kind: CapacityKind, hours: Hours, { fromMs, toMs }: Time): Refusal | undefined => {
  const on = kind === 'place' ? closedDay(hours, fromMs, toMs) : closedEnd(hours, fromMs, toMs);
  if (on === undefined) return undefined;
  const open = formatSpans(spansOn(hours, on), 'en');
  const field = on === civilDateOf(fromMs) ? 'fromAt' : 'toAt';
  if (isHolidayFor(hours, on)) return refuse('capacity_closed_on_holiday', { field, detail: { on } });
  return open === ''
    ? refuse('capacity_closed_on', { field, detail: { on } })
    : refuse('outside_hours', { field, detail: { on, open } });
};

/** The refusal that names what is in the way. */
const clashes = (kind: CapacityKind, { with: other, free }: { with: Taken | undefined; free: number }): Refusal => {
  if (!other) return refuse('booking_over_quantity', { field: 'quantity', detail: { most: free } });
  const named = {
    code: other.code,
    on: civilDateOf(other.fromMs),
    from: formatClock(minuteOf(other.fromMs), 'en'),
    until: civilDateOf(other.toMs),
    to: formatClock(minuteOf(other.toMs), 'en'),
  };
  return kind === 'place'
    ? refuse('booking_clash', { field: 'fromAt', detail: named })
    : refuse('booking_clash_quantity', { field: 'quantity', detail: { ...named, free } });
};

/** What a booking comes to: its times, and how many were left out because something was in the way. */
export type Plan = { readonly times: readonly Time[]; readonly skipped: number };

/** Fits the times into what is open and free. With `skips`, times of a series that do not fit are left out; without, the first of them is the refusal. */
export const planBooking = (
  capacity: Bookable,
  hours: Hours,
  times: readonly Time[],
  units: number,
  taken: readonly Taken[],
  skips: boolean,
): Plan | Refusal => {
  if (hours.weekly.length === 0 && hours.exceptions.every(({ spans }) => spans.length === 0))
    return refuse('hours_not_set', { field: 'fromAt' });
  const fitting: Time[] = [];
  let first: Refusal | undefined;
  for (const time of times) {
    const clash = clashOf(time, units, taken, limitOf(capacity));
    const no = whyClosed(capacity.kind, hours, time) ?? (clash && clashes(capacity.kind, clash));
    if (!no) fitting.push(time);
    else if (skips) first ??= no;
    else return no;
  }
  return fitting.length === 0 && first ? first : { times: fitting, skipped: times.length - fitting.length };
};

/** Why a booking may not be cancelled, or undefined. */
export const whyNotCancel = (
  booking: Time & { readonly cancelledAtMs: number | null },
  nowMs: number,
): Refusal | undefined => {
  if (booking.cancelledAtMs !== null) return refuse('booking_is_cancelled');
  return booking.toMs <= nowMs ? refuse('booking_has_ended') : undefined;
};
