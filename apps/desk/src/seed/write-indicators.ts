import { foldText, newId } from '@mahalleh/kernel';
import { WHOLE_UNITS, MOST_OF_UNIT, type MeasureUnit } from '@mahalleh/indicators/codes';
import { periodAt, spanOf, stepPeriod, type Period } from '@mahalleh/indicators/periods';
import type { Author } from './author.ts';
import { INDICATOR_TEXTS, type IndicatorText } from './indicator-texts.ts';

/** What a place of the sample measures: how many months, how far along the course it is (1: all the way), and which indicators. */
export type MeasuringPlace = {
  readonly unitId: string;
  readonly months: number;
  readonly reach: number;
  readonly size: number;
  readonly keys?: readonly string[];
};

/** An indicator that was written. */
export type WrittenIndicator = { readonly id: string; readonly text: IndicatorText };

/** Writes the definitions. Shape: by key. */
export const writeDefinitions = (author: Author, keys?: readonly string[]): ReadonlyMap<string, WrittenIndicator> => {
  const { sheet, calendar } = author;
  const sinceMs = calendar.at(-400);
  const written = new Map<string, WrittenIndicator>();
  for (const text of INDICATOR_TEXTS.filter(({ key }) => keys === undefined || keys.includes(key))) {
    const { unit, direction, formula, course: _course, reads, ...words } = text;
    const id = newId();
    sheet.indicators.push({
      ...words,
      id,
      titleFolded: foldText(`${text.titleFa} ${text.titleEn ?? ''}`),
      definedAtMs: sinceMs,
      isSample: true,
    });
    sheet.indicatorVersions.push({ indicatorId: id, version: 1, unit, direction, formula, sinceMs });
    for (const [kind, ref] of reads ?? [])
      sheet.indicatorInputs.push({
        ...{ indicatorId: id, version: 1, kind },
        ref: kind === 'indicator' ? (written.get(ref)?.id ?? '') : ref,
      });
    written.set(text.key, { id, text });
  }
  return written;
};

const within = (unit: MeasureUnit, value: number): number => {
  const whole = WHOLE_UNITS.includes(unit) ? Math.round(value) : Math.round(value * 10) / 10;
  return Math.min(MOST_OF_UNIT[unit] ?? Number.POSITIVE_INFINITY, Math.max(0, whole));
};

/** How many people a survey of a place asked. */
const PEOPLE = { least: 140, most: 260 } as const;

/** Writes the courses of measured indicators in one place, up to the month before this one, with baseline and goal. */
export const writeMeasurements = (
  author: Author,
  written: ReadonlyMap<string, WrittenIndicator>,
  place: MeasuringPlace,
  by: string,
): void => {
  const { sheet, calendar, draw } = author;
  const now = periodAt('month', calendar.day(0));
  for (const { id, text } of written.values()) {
    const { course, unit, population } = text;
    if (!course || (place.keys && !place.keys.includes(text.key))) continue;
    // Amounts grow with the place; shares and scores do not.
    const size = WHOLE_UNITS.includes(unit) ? place.size : 1;
    const at = (share: number): number => (course.from + (course.to - course.from) * share * place.reach) * size;
    for (let i = 0; i < place.months; i += 1) {
      const period: Period = stepPeriod(now, i - place.months);
      const noise = (draw.fraction() - 0.5) * 2 * course.disorder * Math.sqrt(size);
      const value = within(unit, at(i / Math.max(1, place.months - 1)) + noise);
      const isFew = population === 'people' && unit === 'person' && value > 0 && value < 5;
      const n = population === 'things' ? null : unit === 'person' ? value : draw.whole(PEOPLE.least, PEOPLE.most);
      sheet.measurements.push({
        id: newId(),
        indicatorId: id,
        version: 1,
        unitId: place.unitId,
        period,
        value: isFew ? null : value,
        n: isFew ? null : n,
        isSuppressed: isFew,
        via: 'form',
        measuredBy: by,
        measuredAtMs: calendar.at(daysTo(author, period)),
        isSample: true,
      });
    }
    sheet.indicatorAims.push({
      indicatorId: id,
      unitId: place.unitId,
      baselineValue: within(unit, course.from * size),
      goalValue: within(unit, course.goal * size),
      goalPeriod: `${now.slice(0, 4)}-12`,
      setAtMs: calendar.at(-390),
    });
  }
};

/** How many days from today a period's measurement was entered: some days after its end. */
const daysTo = ({ calendar }: Author, period: Period): number => {
  const last = spanOf(period)?.lastOn ?? calendar.day(0);
  const DAY_MS = 86_400_000;
  return Math.min(0, Math.round((Date.parse(last) - Date.parse(calendar.day(0))) / DAY_MS) + 3);
};
