import { limitOf } from '@mahalleh/capacity/booking-rules';
import { closedDay, closedEnd, spansOn, type Hours } from '@mahalleh/capacity/hours-rules';
import type { Span } from '@mahalleh/capacity/hours-text';
import type { BookingItem } from '@mahalleh/capacity/model';
import type { Bilingual } from '@mahalleh/kernel';
import { addDays, civilDateOf, DAY_MINUTES, holidayOn, instantAt, minuteOf } from '@mahalleh/kernel/time';
import type { CivilDate } from '@mahalleh/kernel/time';
import type { Capacity } from './model';

/** A booking as one day shows it. Unit: minutes of that day; `lane` of `lanes` beside each other. */
export type Block = {
  readonly booking: BookingItem;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  readonly lanes: number;
};

/** A stretch in which something is free. Unit: minutes of the day. */
export type Gap = { readonly from: number; readonly to: number; readonly free: number };

/** One day of the calendar. */
export type CalendarDay = {
  readonly date: CivilDate;
  readonly open: readonly Span[];
  /** Why it is not like its weekday. */
  readonly note: string | undefined;
  readonly isException: boolean;
  /** The official holiday that it is, whether open or closed. */
  readonly holiday: Bilingual | undefined;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
};

/** A week of a capacity. Unit: `from` and `to`, the minutes of the day that are shown. */
export type CalendarWeek = { readonly days: readonly CalendarDay[]; readonly from: number; readonly to: number };

/** The length of one step of the calendar. Unit: minutes. */
export const STEP = 30;
const SHOWN: Span = [8 * 60, 20 * 60];

type Part = { booking: BookingItem; from: number; to: number };

/** Lays what overlaps beside each other: each takes the first lane that is free. */
const inLanes = (parts: readonly Part[]): Block[] => {
  const ends: number[] = [];
  const placed = parts
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .map((part) => {
      const free = ends.findIndex((end) => end <= part.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = part.to;
      return { ...part, lane };
    });
  return placed.map((part) => ({ ...part, lanes: ends.length }));
};

const partOn = (date: CivilDate, booking: BookingItem): Part | undefined => {
  const [begins, ends] = [instantAt(date, 0), instantAt(date, DAY_MINUTES)];
  if (booking.toMs <= begins || booking.fromMs >= ends) return undefined;
  const from = booking.fromMs < begins ? 0 : minuteOf(booking.fromMs);
  return { booking, from, to: booking.toMs >= ends ? DAY_MINUTES : minuteOf(booking.toMs) };
};

const unitsOf = (booking: BookingItem): number => booking.amountRial ?? booking.quantity;

/** Where something is free within the open spans, from now on. */
const gapsOn = (
  date: CivilDate,
  open: readonly Span[],
  parts: readonly Part[],
  limit: number,
  nowMs: number,
): Gap[] => {
  const past = Math.max(0, Math.ceil((nowMs - instantAt(date, 0)) / 60_000 / STEP) * STEP);
  return open.flatMap(([begins, to]) => {
    const from = Math.max(begins, past);
    if (from >= to) return [];
    const edges = [from, ...parts.flatMap((part) => [part.from, part.to]).filter((at) => at > from && at < to), to];
    const gaps: { from: number; to: number; free: number }[] = [];
    const marks = [...new Set(edges)].toSorted((a, b) => a - b);
    for (const [i, at] of marks.slice(0, -1).entries()) {
      const until = marks[i + 1] ?? at;
      const taken = parts.filter((part) => part.from <= at && part.to > at);
      const free = limit - taken.reduce((sum, { booking }) => sum + unitsOf(booking), 0);
      const last = gaps.at(-1);
      if (free > 0 && last?.to === at && last.free === free) last.to = until;
      else if (free > 0 && until > at) gaps.push({ from: at, to: until, free });
    }
    return gaps;
  });
};

/** Lays out the week whose bookings a capacity's page has. */
export const calendarOf = (capacity: Capacity, nowMs: number): CalendarWeek => {
  const hours: Hours = capacity.hours;
  const limit = limitOf(capacity);
  const days = Array.from({ length: 7 }, (_, n): CalendarDay => {
    const date = addDays(capacity.weekFrom, n);
    const parts = capacity.week.flatMap((booking) => partOn(date, booking) ?? []);
    const exception = hours.exceptions.find(({ on }) => on === date);
    const open = spansOn(hours, date);
    return {
      date,
      open,
      note: exception?.note ?? undefined,
      isException: exception !== undefined,
      holiday: holidayOn(date),
      blocks: inLanes(parts),
      gaps: gapsOn(date, open, parts, limit, nowMs),
    };
  });
  const starts = days.flatMap(({ open, blocks }) => [...open.map(([from]) => from), ...blocks.map(({ from }) => from)]);
  const ends = days.flatMap(({ open, blocks }) => [...open.map(([, to]) => to), ...blocks.map(({ to }) => to)]);
  const from = Math.floor(Math.min(SHOWN[0], ...starts) / 60) * 60;
  return { days, from, to: Math.ceil(Math.max(SHOWN[1], ...ends) / 60) * 60 };
};

/** How a moment of a day stands: gone, closed, taken, or so many free. */
export type Standing = { readonly is: 'past' | 'closed' | 'taken' | 'free'; readonly free: number };

/** How one step of a day stands. */
export const standingAt = (day: CalendarDay, minute: number, nowMs: number): Standing => {
  const isOpen = day.open.some(([from, to]) => from <= minute && minute < to);
  const gap = day.gaps.find(({ from, to }) => from <= minute && minute < to);
  if (instantAt(day.date, minute + STEP) <= nowMs) return { is: 'past', free: 0 };
  if (!isOpen) return { is: 'closed', free: 0 };
  return gap ? { is: 'free', free: gap.free } : { is: 'taken', free: 0 };
};

/** Whether a booking lies outside the hours as they are now: they were changed after it was made. */
export const isOutside = ({ kind, hours }: Capacity, { fromMs, toMs }: BookingItem): boolean => {
  if (kind === 'fund') return false;
  return (kind === 'place' ? closedDay(hours, fromMs, toMs) : closedEnd(hours, fromMs, toMs)) !== undefined;
};

/** Today in Tehran. */
export const todayOf = (nowMs: number): CivilDate => civilDateOf(nowMs);
