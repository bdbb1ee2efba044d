import { latinDigits, persianDigits } from '@mahalleh/kernel/digits';
import { foldText } from '@mahalleh/kernel/text';
import {
  addDays,
  addPeriods,
  civilDateOf,
  formatPeriod,
  JALALI_MONTHS,
  JALALI_YEARS,
  msOf,
  periodBounds,
  periodOf,
  periodParts,
  periodsBetween,
  type CivilDate,
  type PeriodKey,
} from '@mahalleh/kernel/time';
import type { Frequency } from './codes.ts';

/**
 * The period of a measurement.
 * Shape: `1405-07` a Jalali month, `1405-s3` a season, `1405` a year, `once`.
 */
export type Period = string;

/** The seasons in both languages, spring first. */
export const SEASONS = {
  fa: ['بهار', 'تابستان', 'پاییز', 'زمستان'],
  en: ['Spring', 'Summer', 'Autumn', 'Winter'],
} as const;

const SHAPES: Readonly<Record<Frequency, RegExp>> = {
  month: /^1[2-4]\d\d-(?:0[1-9]|1[0-2])$/,
  season: /^1[2-4]\d\d-s[1-4]$/,
  year: /^1[2-4]\d\d$/,
  once: /^once$/,
};

/** How often what is measured in this period is measured; undefined when it is no period. */
export const frequencyOf = (period: Period): Frequency | undefined =>
  (Object.keys(SHAPES) as Frequency[]).find((frequency) => SHAPES[frequency].test(period));

/** Whether the text is a period of an indicator that is measured so often. */
export const isPeriod = (frequency: Frequency, period: Period): boolean => SHAPES[frequency].test(period);

const MONTHS = { month: 1, season: 3, year: 12 } as const;

const monthKey = (year: number, month: number): PeriodKey => addPeriods(`${String(year)}-01` as PeriodKey, month - 1);

/** The first month of a period. Fails: RangeError when it has none. */
const firstMonth = (period: Period): PeriodKey => {
  const frequency = frequencyOf(period);
  if (frequency === undefined || frequency === 'once') throw new RangeError('not a dated period');
  const year = Number(period.slice(0, 4));
  if (frequency === 'month') return monthKey(year, Number(period.slice(5)));
  return monthKey(year, frequency === 'season' ? (Number(period.slice(6)) - 1) * 3 + 1 : 1);
};

/** The period of that frequency in which the month lies. */
const ofMonth = (month: PeriodKey, frequency: Frequency): Period => {
  const parts = periodParts(month);
  if (frequency === 'month') return month;
  if (frequency === 'season') return `${parts.year}-s${Math.ceil(parts.month / 3)}`;
  return frequency === 'year' ? String(parts.year) : 'once';
};

/** The months of a period; none for what is measured once. */
export const monthsOf = (period: Period): readonly PeriodKey[] => {
  const frequency = frequencyOf(period);
  if (frequency === undefined || frequency === 'once') return [];
  const first = firstMonth(period);
  return periodsBetween(first, addPeriods(first, MONTHS[frequency] - 1));
};

/** The period in which the day lies. */
export const periodAt = (frequency: Frequency, day: CivilDate): Period => ofMonth(periodOf(msOf(day)), frequency);

/** The first and the last day of a period; undefined for what is measured once. */
export const spanOf = (period: Period): { readonly firstOn: CivilDate; readonly lastOn: CivilDate } | undefined => {
  const months = monthsOf(period);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    firstOn: civilDateOf(periodBounds(first).fromMs),
    lastOn: addDays(civilDateOf(periodBounds(last).toMs), -1),
  };
};

/** The period `n` later, or earlier when negative; what is measured once has no other. */
export const stepPeriod = (period: Period, n: number): Period => {
  const frequency = frequencyOf(period);
  if (frequency === undefined || frequency === 'once') return period;
  return ofMonth(addPeriods(firstMonth(period), n * MONTHS[frequency]), frequency);
};

/** How many periods `b` is after `a`, both of one frequency. */
export const periodsApart = (a: Period, b: Period): number => {
  const frequency = frequencyOf(a);
  if (frequency === undefined || frequency === 'once' || frequencyOf(b) !== frequency) return 0;
  const count = (period: Period): number => {
    const { year, month } = periodParts(firstMonth(period));
    return (year * 12 + month - 1) / MONTHS[frequency];
  };
  return Math.round(count(b) - count(a));
};

/** The periods from `a` to `b`, both included, the last `most` of them. */
export const periodsUpTo = (a: Period, b: Period, most: number): readonly Period[] => {
  const apart = periodsApart(a, b);
  const from = Math.max(0, apart - most + 1);
  return Array.from({ length: Math.max(0, apart - from + 1) }, (_, i) => stepPeriod(a, from + i));
};

/** The period of a frequency as coarse or coarser in which a period lies; undefined when that frequency is finer. */
export const periodAround = (period: Period, frequency: Frequency): Period | undefined => {
  const own = frequencyOf(period);
  if (frequency === 'once') return 'once';
  if (own === undefined || own === 'once' || MONTHS[frequency] < MONTHS[own]) return undefined;
  return ofMonth(firstMonth(period), frequency);
};

/** The period for a reader: «مهر ۱۴۰۵», «پاییز ۱۴۰۵», «سال ۱۴۰۵». */
export const periodTitle = (period: Period, locale: 'fa' | 'en'): string => {
  const frequency = frequencyOf(period);
  if (frequency === undefined) return period;
  if (frequency === 'once') return locale === 'fa' ? 'یک بار' : 'once';
  if (frequency === 'month') return formatPeriod(firstMonth(period), locale);
  const year = period.slice(0, 4);
  const shown = locale === 'fa' ? persianDigits(year) : year;
  if (frequency === 'year') return locale === 'fa' ? `سال ${shown}` : shown;
  return `${SEASONS[locale][Number(period.slice(6)) - 1] ?? ''} ${shown}`;
};

const NUMBERED = /^(1[2-4]\d\d)[-/.](\d{1,2})$/;
const NUMBERED_SEASON = /^(1[2-4]\d\d)[-/.]?[sq]([1-4])$/;

const placeIn = (words: Readonly<Record<'fa' | 'en', readonly string[]>>, text: string): number =>
  Math.max(...(['fa', 'en'] as const).map((locale) => words[locale].findIndex((word) => foldText(word) === text))) + 1;

const worded = (text: string): Period | undefined => {
  const year = /1[2-4]\d\d/.exec(text)?.[0];
  const word = text
    .replace(year ?? '', '')
    .replace(/سال/, '')
    .trim();
  if (year === undefined) return undefined;
  if (word === '') return year;
  const month = placeIn(JALALI_MONTHS, word);
  if (month > 0) return monthKey(Number(year), month);
  const season = placeIn(SEASONS, word);
  return season > 0 ? `${year}-s${season}` : undefined;
};

/** The period that a person wrote: `1405/7`, «مهر ۱۴۰۵», «پاییز ۱۴۰۵», `1405-s3`, «سال ۱۴۰۵», «یک بار»; undefined when it is none. */
export const readPeriod = (typed: string): Period | undefined => {
  const text = foldText(latinDigits(typed));
  if (text === 'once' || text.replace(/\s/g, '') === 'یکبار') return 'once';
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const month = Number(numbered[2]);
    return month >= 1 && month <= 12 ? monthKey(Number(numbered[1]), month) : undefined;
  }
  const season = NUMBERED_SEASON.exec(text);
  if (season) return `${season[1]}-s${season[2]}`;
  const found = worded(text);
  return found !== undefined && Number(found.slice(0, 4)) <= JALALI_YEARS.max ? found : undefined;
};
