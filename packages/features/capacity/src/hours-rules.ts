import {
  addDays,
  civilDateOf,
  DAY_MINUTES,
  daysBetween,
  holidayOn,
  minuteOf,
  refuse,
  WEEK,
  weekdayFrom,
  type CivilDate,
  type Refusal,
  type Weekday,
} from '@mahalleh/kernel';
import type { Span } from './hours-text.ts';

/** One stretch of a weekly pattern. Unit: weekday 0..6, Saturday 0; minutes from midnight in Tehran. */
export type WeekSpan = readonly [weekday: number, fromMin: number, toMin: number];

/** A day that is not like its weekday: other hours, or none. */
export type Exception = { readonly on: CivilDate; readonly spans: readonly Span[]; readonly note: string | null };

/** When something is open: the same every week, but for holidays and exceptions. */
export type Hours = {
  readonly weekly: readonly WeekSpan[];
  readonly exceptions: readonly Exception[];
  /** Whether the holidays of the Jalali calendar are closed, but for exceptions. */
  readonly isClosedOnHolidays: boolean;
};

/** The most exceptions that are kept, and how long past ones are. */
export const EXCEPTIONS = { most: 200, keptDays: 366 } as const;

type HoursRow = {
  readonly hoursJson: string | null;
  readonly exceptionsJson: string | null;
  readonly isClosedOnHolidays: boolean;
};

/** The hours as a row keeps them. */
export const hoursOf = (row: HoursRow): Hours => ({
  weekly: JSON.parse(row.hoursJson ?? '[]') as WeekSpan[],
  exceptions: JSON.parse(row.exceptionsJson ?? '[]') as Exception[],
  isClosedOnHolidays: row.isClosedOnHolidays,
});

/** The weekly pattern of seven days' spans. */
export const weeklyOf = (week: { readonly [day in Weekday]?: readonly Span[] | undefined }): WeekSpan[] =>
  WEEK.flatMap((day, weekday) => (week[day] ?? []).map(([from, to]): WeekSpan => [weekday, from, to]));

/** The weekdays on which a pattern opens. Shape: bit n for weekday n. */
export const openDaysOf = (weekly: readonly WeekSpan[]): number => weekly.reduce((days, [day]) => days | (1 << day), 0);

/** The spans of a weekday in the pattern. */
export const spansOfDay = ({ weekly }: Pick<Hours, 'weekly'>, weekday: number): Span[] =>
  weekly.filter(([day]) => day === weekday).map(([, from, to]): Span => [from, to]);

/** Whether it is closed on that day because it is a holiday. */
export const isHolidayFor = ({ exceptions, isClosedOnHolidays }: Hours, date: CivilDate): boolean =>
  isClosedOnHolidays && holidayOn(date) !== undefined && exceptions.every(({ on }) => on !== date);

/** When it is open on that day. */
export const spansOn = (hours: Hours, date: CivilDate): readonly Span[] => {
  if (isHolidayFor(hours, date)) return [];
  return hours.exceptions.find(({ on }) => on === date)?.spans ?? spansOfDay(hours, weekdayFrom(date));
};

/** The exceptions with these days set anew; those long past go. */
export const withExceptions = (hours: Hours, changed: readonly Exception[], today: CivilDate): Exception[] =>
  [...hours.exceptions.filter(({ on }) => !changed.some((one) => one.on === on)), ...changed]
    .filter(({ on }) => daysBetween(on, today) <= EXCEPTIONS.keptDays)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));

/** The days of a stretch of time, each with the minutes of it that lie in that day. */
const daysOf = (fromMs: number, toMs: number): { on: CivilDate; span: Span }[] => {
  const [first, last] = [civilDateOf(fromMs), civilDateOf(toMs)];
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, n): { on: CivilDate; span: Span } => ({
    on: addDays(first, n),
    span: [n === 0 ? minuteOf(fromMs) : 0, addDays(first, n) === last ? minuteOf(toMs) : DAY_MINUTES],
  })).filter(({ span: [from, to] }) => from < to);
};

const holds = (spans: readonly Span[], [from, to]: Span): boolean => spans.some(([a, b]) => a <= from && to <= b);

/** The first day on which it is not open throughout, or undefined. */
export const closedDay = (hours: Hours, fromMs: number, toMs: number): CivilDate | undefined =>
  daysOf(fromMs, toMs).find(({ on, span }) => !holds(spansOn(hours, on), span))?.on;

/** The first of the two ends at which it is not open, or undefined: for what is fetched and brought back. */
export const closedEnd = (hours: Hours, fromMs: number, toMs: number): CivilDate | undefined => {
  const days = daysOf(fromMs, toMs);
  const [first, last] = [days[0], days.at(-1)];
  if (first && !holds(spansOn(hours, first.on), [first.span[0], first.span[0] + 1])) return first.on;
  return last && !holds(spansOn(hours, last.on), [last.span[1] - 1, last.span[1]]) ? last.on : undefined;
};

/** Why these exceptions may not be kept, or undefined. */
export const whyNotExcept = (
  from: CivilDate,
  until: CivilDate,
  today: CivilDate,
  kept: readonly Exception[],
): Refusal | undefined => {
  if (from < today) return refuse('exception_in_past', { field: 'on' });
  if (until < from) return refuse('exception_ends_before', { field: 'until' });
  const most = 62;
  if (daysBetween(from, until) >= most) return refuse('exception_too_long', { field: 'until', detail: { most } });
  return kept.length > EXCEPTIONS.most
    ? refuse('exceptions_too_many', { field: 'on', detail: { most: EXCEPTIONS.most } })
    : undefined;
};
