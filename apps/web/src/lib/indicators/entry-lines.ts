import { nameOf } from '$lib/units/names';
import type { Locale } from '@mahalleh/ui';
import type { EntryLine } from './entry';
import type { Definition, Series, Units } from './model';
import { periodWord, pointText } from './words';

/** The lines of one period: a unit each, with what it had before. */
export const linesOfPeriod = (
  { rows }: Units,
  { unit }: Definition,
  period: string,
  locale: Locale,
): readonly EntryLine[] =>
  rows.map((row) => ({
    unitId: row.unit.id,
    period,
    label: nameOf(row.unit, locale),
    beside:
      row.unit.countyFa === null ? undefined : nameOf({ nameFa: row.unit.countyFa, nameEn: row.unit.countyEn }, locale),
    before: row.before ? pointText(row.before, unit, locale) : undefined,
    there: row.point.state === 'missing' ? undefined : pointText(row.point, unit, locale),
  }));

/** As many periods of one unit as are offered at once. */
const PERIODS = 12;

/** The lines of one unit: a period each, the latest first. */
export const linesOfUnit = (
  { unit, definition, points }: Series,
  periods: readonly string[],
  locale: Locale,
): readonly EntryLine[] =>
  periods.slice(0, PERIODS).map((period) => {
    const there = points.find((point) => point.period === period && point.state !== 'missing' && point.places === null);
    const before = points.findLast((point) => point.period < period && point.state !== 'missing');
    return {
      unitId: unit.id,
      period,
      label: periodWord(period, locale),
      before: before ? pointText(before, definition.unit, locale) : undefined,
      there: there ? pointText(there, definition.unit, locale) : undefined,
    };
  });
