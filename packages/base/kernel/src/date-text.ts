import { persianDigits } from './digits.ts';
import { epochDaysOf, tehranWallMs, type CivilDate } from './civil-date.ts';
import { toJalali } from './jalali.ts';
import type { Locale } from './locale.ts';
import { periodParts, type PeriodKey } from './period.ts';

const WEEKDAYS = {
  fa: ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** The months of the Jalali year in both languages, Farvardin first. */
export const JALALI_MONTHS = {
  fa: ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'],
  en: [
    'Farvardin',
    'Ordibehesht',
    'Khordad',
    'Tir',
    'Mordad',
    'Shahrivar',
    'Mehr',
    'Aban',
    'Azar',
    'Dey',
    'Bahman',
    'Esfand',
  ],
} as const;

const GREGORIAN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** How much of a date is shown: with its weekday, in words, in short words, or in figures. */
export type DateStyle = 'full' | 'long' | 'short' | 'numeric';

/** The place of the day in the week, 0 for Sunday. */
export const weekdayOf = (date: CivilDate): number => (((epochDaysOf(date) + 4) % 7) + 7) % 7;

const two = (n: number): string => String(n).padStart(2, '0');

const formatPersian = (date: CivilDate, style: DateStyle): string => {
  const { year, month, day } = toJalali(date);
  if (style === 'numeric') return persianDigits(`${year}/${two(month)}/${two(day)}`);
  const words = `${persianDigits(String(day))} ${JALALI_MONTHS.fa[month - 1] ?? ''} ${persianDigits(String(year))}`;
  return style === 'full' ? `${WEEKDAYS.fa[weekdayOf(date)] ?? ''} ${words}` : words;
};

const formatEnglish = (date: CivilDate, style: DateStyle): string => {
  if (style === 'numeric') return date;
  const utc = new Date(epochDaysOf(date) * 86_400_000);
  const name = GREGORIAN_MONTHS[utc.getUTCMonth()] ?? '';
  const words = `${utc.getUTCDate()} ${style === 'short' ? name.slice(0, 3) : name} ${utc.getUTCFullYear()}`;
  return style === 'full' ? `${WEEKDAYS.en[weekdayOf(date)] ?? ''} ${words}` : words;
};

/** The day for a reader, Jalali in Persian and Gregorian in English: «یکشنبه ۱ آذر ۱۴۰۵», `Sunday 22 November 2026`. */
export const formatDate = (date: CivilDate, locale: Locale, style: DateStyle = 'long'): string =>
  locale === 'fa' ? formatPersian(date, style) : formatEnglish(date, style);

/** The time of day in Tehran, 24 hours: «۰۹:۰۵», `09:05`. */
export const formatTime = (ms: number, locale: Locale): string => {
  const wall = new Date(tehranWallMs(ms));
  const shown = `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
  return locale === 'fa' ? persianDigits(shown) : shown;
};

/** The Jalali month for a reader: «مهر ۱۴۰۵», `Mehr 1405`. */
export const formatPeriod = (key: PeriodKey, locale: Locale): string => {
  const { year, month } = periodParts(key);
  const shown = `${JALALI_MONTHS[locale][month - 1] ?? ''} ${year}`;
  return locale === 'fa' ? persianDigits(shown) : shown;
};
