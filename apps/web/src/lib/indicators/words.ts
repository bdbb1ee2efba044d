import { m } from '$lib/paraglide/messages';
import {
  AIM_TITLES,
  DIRECTION_TITLES,
  FREQUENCY_TITLES,
  UNIT_TITLES,
  type AimGroup,
  type Direction,
  type Frequency,
  type MeasureUnit,
} from '@mahalleh/indicators/codes';
import { periodTitle } from '@mahalleh/indicators/periods';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import type { Point } from './model';

type OfWhat = { readonly unit: MeasureUnit; readonly ofFa: string | null; readonly ofEn: string | null };

/** What a number of the indicator is of: «٪ پاسخ‌دهندگان», «دانش‌آموز», «نمره از ۱۰۰». */
export const unitWord = ({ unit, ofFa, ofEn }: OfWhat, locale: Locale): string => {
  const of = locale === 'en' ? (ofEn ?? ofFa) : ofFa;
  if (unit === 'percent') return of ? m.indicators_percent_of({ of }) : UNIT_TITLES.percent[locale];
  if ((unit === 'count' || unit === 'person') && of) return of;
  return UNIT_TITLES[unit][locale];
};

/** A value of an indicator for a reader. */
export const valueText = (value: number, unit: MeasureUnit, locale: Locale): string =>
  formatNumber(value, locale, { maxFraction: unit === 'ratio' ? 2 : unit === 'rial' ? 0 : 1 });

/** Why a point has no value. */
const WHY: Readonly<Record<NonNullable<Point['why']>, () => string>> = {
  not_measured: m.indicators_why_not_measured,
  denominator_zero: m.indicators_why_denominator_zero,
  no_population: m.indicators_why_no_population,
  no_past: m.indicators_why_no_past,
  beyond_numbers: m.indicators_why_beyond_numbers,
  not_whole: m.indicators_why_beyond_numbers,
  definition_gone: m.indicators_why_definition_gone,
};

/** What a point says: its value, «کمتر از ۵», or nothing and why. */
export const pointText = (
  point: Pick<Point, 'state' | 'value' | 'why' | 'of'>,
  unit: MeasureUnit,
  locale: Locale,
): string => {
  if (point.state === 'suppressed') return m.indicators_few();
  if (point.value !== null) return valueText(point.value, unit, locale);
  const why = (WHY[point.why ?? 'not_measured'] ?? m.indicators_why_not_measured)();
  return point.of === null ? why : m.indicators_why_of({ why, of: `\u2068${point.of}\u2069` });
};

/** A period for a reader. */
export const periodWord = (period: string, locale: Locale): string => periodTitle(period, locale);

/** The words of the code lists in the reader's language. */
export const aimWord = (aim: AimGroup, locale: Locale): string => AIM_TITLES[aim][locale];
/** Which way is better, in words. */
export const directionWord = (direction: Direction, locale: Locale): string => DIRECTION_TITLES[direction][locale];
/** How often it is measured. */
export const frequencyWord = (frequency: Frequency, locale: Locale): string => FREQUENCY_TITLES[frequency][locale];

/** Choices of a code list. */
export const choicesOf = <C extends string>(
  titles: Readonly<Record<C, { readonly fa: string; readonly en: string }>>,
  locale: Locale,
): readonly { value: C; label: string }[] =>
  (Object.keys(titles) as C[]).map((value) => ({ value, label: titles[value][locale] }));

/** How a value has changed since another: by how much, and whether that is for the better. */
export const changeOf = (
  now: number,
  before: number,
  direction: Direction,
  unit: MeasureUnit,
  locale: Locale,
): { status: Status; label: string } => {
  const by = now - before;
  const amount = valueText(Math.abs(by), unit, locale);
  if (Math.abs(by) < 1e-9) return { status: 'todo', label: m.indicators_change_none() };
  const label = by > 0 ? m.indicators_change_more({ by: amount }) : m.indicators_change_less({ by: amount });
  if (direction === 'neutral') return { status: 'todo', label };
  const isBetter = by > 0 === (direction === 'more');
  return {
    status: isBetter ? 'done' : 'risk',
    label: isBetter ? m.indicators_change_better({ change: label }) : m.indicators_change_worse({ change: label }),
  };
};

/** The five groups of aims, for a choice. */
export const aimChoices = (locale: Locale) => choicesOf(AIM_TITLES, locale);

/** A name that keeps its own direction inside a sentence. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
