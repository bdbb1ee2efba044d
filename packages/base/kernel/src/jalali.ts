import { d2j, j2d, jalaaliMonthLength } from 'jalaali-js';
import { dateOfDays, epochDaysOf, isCivilDate, isoOf, type CivilDate } from './civil-date.ts';
import { latinDigits } from './digits.ts';

/** A day of the Jalali calendar; `month` and `day` count from 1. */
export type JalaliDate = { readonly year: number; readonly month: number; readonly day: number };

/** The Jalali years within which typed dates are understood. */
export const JALALI_YEARS = { min: 1200, max: 1500 } as const;

// The Julian day number of 1970-01-01, the epoch of instants.
const JULIAN_EPOCH = 2_440_588;
// The years that the rule of leap years is known for; further days count as the first and the last of them.
const FIRST_DAY = j2d(1, 1, 1);
const LAST_DAY = j2d(3176, 12, 29);

/** The day in the Jalali calendar. */
export const toJalali = (date: CivilDate): JalaliDate => {
  const julianDay = Math.min(LAST_DAY, Math.max(FIRST_DAY, epochDaysOf(date) + JULIAN_EPOCH));
  const { jy: year, jm: month, jd: day } = d2j(julianDay);
  return { year, month, day };
};

/** The day of a Jalali date; undefined when the calendar has no such day (1404-12-30). */
export const fromJalali = ({ year, month, day }: JalaliDate): CivilDate | undefined => {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 3176) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > jalaaliMonthLength(year, month)) return undefined;
  return dateOfDays(j2d(year, month, day) - JULIAN_EPOCH);
};

/** Why a typed date was not taken. */
export type DateFault = 'date_not_understood' | 'date_does_not_exist' | 'date_out_of_range';

const TYPED_DATE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const INVISIBLE = /[\u200b-\u200f\u061c\u2066-\u2069\u202a-\u202e\ufeff]/g;

const isInRange = (date: CivilDate): boolean => {
  const { year } = toJalali(date);
  return year >= JALALI_YEARS.min && year <= JALALI_YEARS.max;
};

/** The day that a person typed, or why it is none: any digits; `-`, `/` or `.` between; a year below 1700 is Jalali. */
export const readDate = (text: string): { readonly date: CivilDate } | { readonly fault: DateFault } => {
  const match = TYPED_DATE.exec(latinDigits(text.replace(INVISIBLE, '')).replace(/\s/g, ''));
  if (match === null) return { fault: 'date_not_understood' };
  const year = Number(match[1]);
  const month = Number(match[3]);
  const day = Number(match[4]);
  if (year < 1000) return { fault: 'date_not_understood' };
  const iso = isoOf(year, month, day);
  const date = year < 1700 ? fromJalali({ year, month, day }) : isCivilDate(iso) ? iso : undefined;
  if (date === undefined) return { fault: 'date_does_not_exist' };
  return isInRange(date) ? { date } : { fault: 'date_out_of_range' };
};

/** The day that a person typed, Jalali or Gregorian; undefined when it is none. */
export const parseDate = (text: string): CivilDate | undefined => {
  const read = readDate(text);
  return 'date' in read ? read.date : undefined;
};
