import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import { formatDate, JALALI_MONTHS, toJalali } from '@mahalleh/kernel/time';
import { civilOf, dayOf } from '@mahalleh/operations/schedule';
import type { Locale } from '@mahalleh/ui';
import type { Day, Place } from '@mahalleh/ui/gantt-line';

/** The number of a stored day. */
export const dayNumber = (stored: string): Day => dayOf(stored);

/** A day without its year: «۱۰ آذر», `1 Dec`. */
export const shortDay = (day: Day, locale: Locale): string => {
  const date = civilOf(day);
  if (locale === 'en') return formatDate(date, 'en', 'short').replace(/ \d{4}$/, '');
  const { month, day: n } = toJalali(date);
  return `${formatNumber(n, locale)} ${JALALI_MONTHS.fa[month - 1] ?? ''}`;
};

/** A day with its year, for what is read out and for records. */
export const longDay = (day: Day, locale: Locale): string => formatDate(civilOf(day), locale, 'short');

/** Two days, or the one: «۱۰ آذر تا ۱۴ آذر». */
export const spanText = ({ start, due }: Place, locale: Locale): string =>
  start === due
    ? shortDay(start, locale)
    : m.plan_from_to({ from: shortDay(start, locale), to: shortDay(due, locale) });

/** The days of a stored task. */
export const placeOf = ({ startsOn, dueOn }: { startsOn: string; dueOn: string }): Place => ({
  start: dayOf(startsOn),
  due: dayOf(dueOn),
});

/** A number of days in words: «۳ روز». */
export const daysText = (days: number, locale: Locale): string => m.plan_days({ n: formatNumber(days, locale) });
