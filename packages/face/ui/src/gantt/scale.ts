import { formatNumber } from '@mahalleh/kernel/digits';
import { dateOfDays, fromJalali, epochDaysOf, JALALI_MONTHS, toJalali } from '@mahalleh/kernel/time';
import type { Locale } from '../context.ts';
import { SEASON_TEXTS } from './season-texts.ts';

/** A day as a number. Unit: days since 1970-01-01. */
export type Day = number;

/** How near the calendar is looked at. */
export const ZOOMS = ['day', 'week', 'month', 'quarter'] as const;
/** How near the calendar is looked at. */
export type Zoom = (typeof ZOOMS)[number];

/** How wide a day is drawn. Unit: pixels. */
export const DAY_PX: Readonly<Record<Zoom, number>> = { day: 36, week: 14, month: 5, quarter: 2 };

/** A stretch of calendar laid on a line: logical pixels from where reading begins. */
export type Scale = {
  readonly zoom: Zoom;
  /** The first day drawn: a Saturday. */
  readonly from: Day;
  readonly days: number;
  readonly px: number;
  readonly width: number;
};

/** A named part of the calendar on the line. */
export type Tick = { readonly key: string; readonly x: number; readonly width: number; readonly label: string };

/** The place of a day in the week, 0 for Saturday. */
export const weekdayFromSaturday = (day: Day): number => (((day + 5) % 7) + 7) % 7;

const AROUND: Readonly<Record<Zoom, number>> = { day: 7, week: 14, month: 31, quarter: 62 };

/** The line that holds these days with room around them; at least `least` pixels long. */
export const scaleOf = (first: Day, last: Day, zoom: Zoom, least = 0): Scale => {
  const px = DAY_PX[zoom];
  const early = first - AROUND[zoom];
  const from = early - weekdayFromSaturday(early);
  const days = Math.max(last + AROUND[zoom] - from + 1, Math.ceil(least / px));
  return { zoom, from, days, px, width: days * px };
};

/** Where a day begins on the line. */
export const xOf = ({ from, px }: Scale, day: Day): number => (day - from) * px;

/** The day at a place of the line. */
export const dayAt = ({ from, px }: Scale, x: number): Day => from + Math.floor(x / px);

const jalaliOf = (day: Day) => toJalali(dateOfDays(day));

/** The first day of a Jalali month; months beyond the twelfth lie in the years after. */
const monthStart = (year: number, month: number): Day => {
  const [y, m] = [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
  return epochDaysOf(fromJalali({ year: y, month: m, day: 1 }) ?? '1970-01-01');
};

/** Parts of `months` Jalali months between two days, cut at the ends of the line. */
const partsOf = (
  scale: Scale,
  [first, last]: readonly [Day, Day],
  months: number,
  labelOf: (year: number, month: number) => string,
): Tick[] => {
  const begin = jalaliOf(Math.max(first, scale.from));
  const end = Math.min(last, scale.from + scale.days - 1);
  const ticks: Tick[] = [];
  let month = begin.month - ((begin.month - 1) % months);
  for (let start = monthStart(begin.year, month); start <= end; start = monthStart(begin.year, month)) {
    const next = monthStart(begin.year, month + months);
    const x = Math.max(0, xOf(scale, start));
    const { year, month: named } = jalaliOf(start);
    const width = Math.min(scale.width, xOf(scale, next)) - x;
    ticks.push({ key: `${year}-${named}`, x, width, label: labelOf(year, named) });
    month += months;
  }
  return ticks;
};

const yearText = (year: number, locale: Locale): string => formatNumber(year, locale).replace(/[٬,]/g, '');

/** The large parts of the calendar above: months by their year, or years. */
export const largeTicks = (scale: Scale, range: readonly [Day, Day], locale: Locale): Tick[] =>
  scale.zoom === 'day' || scale.zoom === 'week'
    ? partsOf(scale, range, 1, (year, month) => `${JALALI_MONTHS[locale][month - 1] ?? ''} ${yearText(year, locale)}`)
    : partsOf(scale, range, 12, (year) => yearText(year, locale));

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

const eachDay = (scale: Scale, [first, last]: readonly [Day, Day], step: number): Day[] => {
  const begin = Math.max(first, scale.from);
  const from = step === 7 ? begin - weekdayFromSaturday(begin) : begin;
  const end = Math.min(last, scale.from + scale.days - 1);
  return Array.from({ length: Math.max(0, Math.floor((end - from) / step) + 1) }, (_, i) => from + i * step);
};

/** The small parts of the calendar below: days, weeks from Saturday, months, or seasons. */
export const smallTicks = (scale: Scale, range: readonly [Day, Day], locale: Locale): Tick[] => {
  if (scale.zoom === 'month') return partsOf(scale, range, 1, (_year, month) => JALALI_MONTHS[locale][month - 1] ?? '');
  if (scale.zoom === 'quarter')
    return partsOf(
      scale,
      range,
      3,
      (_year, month) => SEASON_TEXTS[locale][SEASONS[Math.floor((month - 1) / 3)] ?? 'spring'],
    );
  const step = scale.zoom === 'day' ? 1 : 7;
  return eachDay(scale, range, step).map((day) => ({
    key: String(day),
    x: xOf(scale, day),
    width: step * scale.px,
    label: formatNumber(jalaliOf(day).day, locale),
  }));
};

/** Where the months begin, for the lines down the page. */
export const monthLines = (scale: Scale, range: readonly [Day, Day]): number[] =>
  partsOf(scale, range, 1, () => '')
    .map(({ x }) => x)
    .filter((x) => x > 0);

/** Shades the weekend on a line that begins on a Saturday; nothing where a day is too narrow to be told. `to`: where reading goes. */
export const weekendShade = ({ zoom, px }: Scale, weekend: readonly number[], to: 'left' | 'right'): string => {
  if (zoom === 'month' || zoom === 'quarter' || weekend.length === 0) return 'none';
  const stops = Array.from({ length: 7 }, (_, day) => {
    const paint = weekend.includes(day) ? 'var(--gantt-weekend)' : 'transparent';
    return `${paint} ${day * px}px ${(day + 1) * px}px`;
  });
  return `repeating-linear-gradient(to ${to}, ${stops.join(', ')})`;
};
