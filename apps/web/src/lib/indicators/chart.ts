import { m } from '$lib/paraglide/messages';
import { periodsApart, stepPeriod } from '@mahalleh/indicators/periods';
import type { MeasureUnit } from '@mahalleh/indicators/codes';
import type { Locale, TimeLine, TimePoint } from '@mahalleh/ui';
import type { Point } from './model';
import { periodWord, pointText } from './words';

/** The periods that a drawing runs over. */
export type Range = { readonly first: string; readonly last: string };

/** The periods of some series, from the first to the last; undefined of none. */
export const rangeOf = (...series: readonly (readonly { period: string }[])[]): Range | undefined => {
  const periods = series
    .flat()
    .map(({ period }) => period)
    .toSorted();
  const [first] = periods;
  const last = periods.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
};

/** Where a period lies in a range. Unit: 0..1; the middle when there is but one. */
export const placeOf = (period: string, { first, last }: Range): number => {
  const whole = periodsApart(first, last);
  return whole === 0 ? 0.5 : periodsApart(first, period) / whole;
};

/** A series as points of a line. */
export const pointsOf = (
  points: readonly Point[],
  range: Range,
  unit: MeasureUnit,
  locale: Locale,
): readonly TimePoint[] =>
  points.map((point) => ({
    at: placeOf(point.period, range),
    value: point.value,
    said: m.indicators_said({ period: periodWord(point.period, locale), value: pointText(point, unit, locale) }),
    ...(point.state === 'suppressed' ? { isHidden: true } : {}),
  }));

/** The lines of a series: what it means now, and each earlier meaning apart. */
export const linesOf = (
  points: readonly Point[],
  earlier: readonly Point[],
  range: Range,
  unit: MeasureUnit,
  locale: Locale,
): readonly TimeLine[] => [
  ...[...Map.groupBy(earlier, ({ version }) => version)].map(([version, old]): TimeLine => ({
    id: `v${version}`,
    label: m.indicators_version({ version: String(version) }),
    look: 'old',
    points: pointsOf(old, range, unit, locale),
  })),
  { id: 'now', label: '', look: 'main', points: pointsOf(points, range, unit, locale) },
];

/** A few periods of a range to stand below a drawing: at most `most`, the last one always. */
export const ticksOf = (range: Range, locale: Locale, most = 6): readonly { at: number; label: string }[] => {
  const whole = periodsApart(range.first, range.last);
  const every = Math.max(1, Math.ceil((whole + 1) / most));
  const steps = Array.from({ length: Math.floor(whole / every) + 1 }, (_, i) => whole - i * every);
  return steps.map((step) => {
    const period = stepPeriod(range.first, step);
    return { at: whole === 0 ? 0.5 : step / whole, label: periodWord(period, locale) };
  });
};
