import { m } from '$lib/paraglide/messages';
import { spansOfDay, type Hours } from '@mahalleh/capacity/hours-rules';
import { formatSpans, type Span } from '@mahalleh/capacity/hours-text';
import { DAY_MINUTES, JALALI_MONTHS, toJalali, WEEK, type CivilDate } from '@mahalleh/kernel/time';
import { persianDigits } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';
import type { CalendarDay } from './calendar';

const WEEKDAYS = {
  saturday: m.hours_saturday,
  sunday: m.hours_sunday,
  monday: m.hours_monday,
  tuesday: m.hours_tuesday,
  wednesday: m.hours_wednesday,
  thursday: m.hours_thursday,
  friday: m.hours_friday,
} as const;

/** What a weekday is called, Saturday 0. */
export const weekdayWord = (weekday: number): string => WEEKDAYS[WEEK[weekday] ?? 'saturday']();

/** A day under its weekday: «۳۰ آبان», `21 Nov`. */
export const dayHead = (date: CivilDate, locale: Locale): string => {
  if (locale === 'fa') {
    const { month, day } = toJalali(date);
    return persianDigits(`${day} ${JALALI_MONTHS.fa[month - 1] ?? ''}`);
  }
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
};

/** The hours of one day for a reader. */
export const spansWord = (spans: readonly Span[], locale: Locale): string => {
  if (spans.length === 0) return m.hours_closed();
  const [only] = spans;
  if (spans.length === 1 && only?.[0] === 0 && only[1] === DAY_MINUTES) return m.hours_day_all();
  return formatSpans(spans, locale);
};

/** Weekdays in a row that open alike. */
type Run = { readonly first: number; readonly last: number; readonly spans: readonly Span[] };

const runWord = (first: number, last: number): string => {
  if (first === last) return weekdayWord(first);
  const ends = { from: weekdayWord(first), to: weekdayWord(last) };
  return last === first + 1 ? m.hours_two_days(ends) : m.bookings_from_to(ends);
};

/** The week in as few lines as say it: days in a row with the same hours are one. */
export const weekLines = (hours: Pick<Hours, 'weekly'>, locale: Locale): { label: string; value: string }[] => {
  const runs: Run[] = [];
  for (const weekday of WEEK.keys()) {
    const spans = spansOfDay(hours, weekday);
    const last = runs.at(-1);
    if (last && JSON.stringify(last.spans) === JSON.stringify(spans))
      runs[runs.length - 1] = { ...last, last: weekday };
    else runs.push({ first: weekday, last: weekday, spans });
  }
  return runs.map(({ first, last, spans }) => ({ label: runWord(first, last), value: spansWord(spans, locale) }));
};

/** What is not like its weekday on a day: what was noted of it, else the holiday that it is. */
export const dayNote = ({ isException, note, holiday }: CalendarDay, locale: Locale): string | undefined =>
  note ?? holiday?.[locale] ?? (isException ? m.bookings_exception() : undefined);

/** The weekdays of a set of bits, in words; nothing when there is none. Days in a row are said by their ends. */
export const daysWord = (bits: number, locale: Locale): string | undefined => {
  const runs: [first: number, last: number][] = [];
  for (const weekday of WEEK.keys()) {
    if ((bits & (1 << weekday)) === 0) continue;
    const run = runs.at(-1);
    if (run && run[1] === weekday - 1) run[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  const [first, ...more] = runs;
  if (first === undefined) return undefined;
  if (more.length === 0 && first[0] === 0 && first[1] === WEEK.length - 1) return m.capacities_any_day();
  return runs.map(([from, to]) => runWord(from, to)).join(locale === 'fa' ? '، ' : ', ');
};

/** The hours of a weekday as they are typed again in the form. */
export const typedSpans = (hours: Pick<Hours, 'weekly'>, weekday: number, locale: Locale): string =>
  formatSpans(spansOfDay(hours, weekday), locale);
