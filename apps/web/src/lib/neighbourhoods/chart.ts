import { addDays, daysBetween, isoOf, JALALI_MONTHS, toJalali, type CivilDate } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

type Span = { readonly startsOn: string; readonly endsOn: string };

/** A stretch of whole months and where days lie in it. Unit of the places: 0..100. */
export type TimeAxis = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly months: readonly { readonly label: string; readonly at: number }[];
  readonly place: (day: string) => number;
};

/** The cast is safe: the API answers with stored days. */
const day = (stored: string): CivilDate => stored as CivilDate;

/** The axis over which spans are drawn: from the first month to the last, today among them. */
export const axisOf = (spans: readonly Span[], today: CivilDate, locale: Locale): TimeAxis => {
  const first = spans.reduce((least, { startsOn }) => (startsOn < least ? startsOn : least), String(today));
  const last = spans.reduce((most, { endsOn }) => (endsOn > most ? endsOn : most), String(today));
  const from = monthStart(day(first), locale);
  const to = monthStart(addDays(monthStart(day(last), locale), 32), locale);
  const whole = Math.max(1, daysBetween(from, to));
  const place = (stored: string): number => Math.min(100, Math.max(0, (daysBetween(from, day(stored)) / whole) * 100));
  const starts: CivilDate[] = [];
  for (let at = from; at < to && starts.length < 60; at = monthStart(addDays(at, 32), locale)) starts.push(at);
  const every = Math.ceil(starts.length / 7);
  return {
    from,
    to,
    place,
    months: starts
      .filter((_, index) => index % every === 0)
      .map((at) => ({ label: monthName(at, locale), at: place(at) })),
  };
};

const monthStart = (date: CivilDate, locale: Locale): CivilDate =>
  locale === 'fa'
    ? addDays(date, 1 - toJalali(date).day)
    : isoOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1);

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const monthName = (date: CivilDate, locale: Locale): string =>
  (locale === 'fa' ? JALALI_MONTHS.fa[toJalali(date).month - 1] : SHORT[Number(date.slice(5, 7)) - 1]) ?? '';
