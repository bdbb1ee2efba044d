import { m } from '$lib/paraglide/messages';
import type { BookingItem } from '@mahalleh/capacity/model';
import { civilDateOf, formatDate, formatTime } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

const dayOf = (ms: number, locale: Locale): string => formatDate(civilDateOf(ms), locale, 'short');

/** The day or days of a booking, with its hours: «۲ آذر ۱۴۰۵، ۱۶:۰۰ تا ۱۸:۰۰». */
export const whenWord = ({ fromMs, toMs }: BookingItem, locale: Locale): string => {
  const comma = locale === 'fa' ? '، ' : ', ';
  const [from, to] = [formatTime(fromMs, locale), formatTime(toMs, locale)];
  if (civilDateOf(fromMs) === civilDateOf(toMs - 1))
    return `${dayOf(fromMs, locale)}${comma}${m.bookings_from_to({ from, to })}`;
  return m.bookings_from_to({
    from: `${dayOf(fromMs, locale)}${comma}${from}`,
    to: `${dayOf(toMs, locale)}${comma}${to}`,
  });
};

/** What a booking is for, in one line. */
export const purposeWord = ({ purpose, operationTitle, code }: BookingItem): string =>
  [operationTitle, purpose].filter((part) => part !== null).join(' · ') || code;

/** Who has it, since when, and whether it repeats. */
export const byWord = (booking: BookingItem): string =>
  [
    booking.bookedByName ?? m.records_nobody(),
    ...(booking.seriesId === null ? [] : [m.bookings_each_week()]),
    ...(booking.isSample ? [m.shell_sample()] : []),
  ].join(' · ');
