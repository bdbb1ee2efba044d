import type { CivilDate } from '@mahalleh/kernel';
import { periodAt, periodsApart, spanOf, stepPeriod, type Period } from '@mahalleh/indicators/periods';
import type { Frequency } from '@mahalleh/indicators/codes';

/** So many periods before and after an operation are looked at. */
export const WINDOW = 3;
/** From so many neighbourhoods on, a range can be said. */
export const FEWEST_BESIDE = 9;

/** The periods that lie wholly before an operation, and wholly after it; none after one that has not ended. */
export type Windows = { readonly before: readonly Period[]; readonly after: readonly Period[] };

/** The values of a unit by period. */
export type Values = ReadonlyMap<Period, number>;

/** What a unit had on the mean before and after, and the difference. */
export type Change = { readonly before: number; readonly after: number; readonly change: number };

/** The change of a neighbourhood held against that of others in the same time. */
export type Effect = {
  readonly here: Change;
  /** The others: how many, and the middle of what they had and of how they changed. */
  readonly beside: { readonly n: number } & { readonly [K in keyof Change]: number | null };
  /** The change here less the middle change of the others. */
  readonly difference: number | null;
  /** Where the difference lies, `likelihood` of the time, if this neighbourhood had changed as any of the others; null of too few. */
  readonly range: { readonly least: number; readonly most: number; readonly likelihood: number } | null;
  /** How many of the others changed as far in the same direction, or farther. */
  readonly asFar: number;
};

/** The windows of an operation of these days: three periods each, those before it nearest first to last, those after it that have ended. */
export const windowsOf = (frequency: Frequency, from: CivilDate, to: CivilDate | null, today: CivilDate): Windows => {
  if (frequency === 'once') return { before: [], after: [] };
  const at = periodAt(frequency, from);
  const before = Array.from({ length: WINDOW }, (_, i) => stepPeriod(at, i - WINDOW));
  if (to === null) return { before, after: [] };
  const end = periodAt(frequency, to);
  const after = Array.from({ length: WINDOW }, (_, i) => stepPeriod(end, i + 1)).filter((period) => {
    const span = spanOf(period);
    return span !== undefined && span.lastOn <= today;
  });
  return { before, after };
};

const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const middleOf = (sorted: readonly number[]): number | null => {
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? upper)) / 2;
};

const rising = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

/** What a unit had before and after; null where either is unknown. */
export const changeOf = (values: Values, { before, after }: Windows): Change | null => {
  const of = (periods: readonly Period[]): number | null =>
    meanOf(periods.flatMap((period) => values.get(period) ?? []));
  const [was, is] = [of(before), of(after)];
  return was === null || is === null ? null : { before: was, after: is, change: is - was };
};

/**
 * The change of a neighbourhood less the middle change of others that were not treated. The range is exact and assumes
 * nothing of how changes are spread: were this one neighbourhood like the n others, its change would lie between their k-th
 * least and k-th most with a likelihood of 1 − 2k ÷ (n + 1); k is the largest that keeps eight of ten.
 */
export const effectOf = (here: Change, others: readonly Change[]): Effect => {
  const changes = rising(others.map(({ change }) => change));
  const n = changes.length;
  const middle = middleOf(changes);
  const k = Math.floor(0.1 * (n + 1));
  const [low, high] = [changes[k - 1], changes[n - k]];
  const direction = Math.sign(here.change - (middle ?? 0));
  return {
    here,
    beside: {
      n,
      before: middleOf(rising(others.map(({ before }) => before))),
      after: middleOf(rising(others.map(({ after }) => after))),
      change: middle,
    },
    difference: middle === null ? null : here.change - middle,
    range:
      n < FEWEST_BESIDE || low === undefined || high === undefined
        ? null
        : { least: here.change - high, most: here.change - low, likelihood: 1 - (2 * k) / (n + 1) },
    asFar: direction === 0 ? n : changes.filter((change) => (change - here.change) * direction >= 0).length,
  };
};

/** The middle of several series in each period in which at least half of them have a value. */
export const middleSeries = (
  series: readonly Values[],
): readonly { readonly period: Period; readonly value: number }[] => {
  const periods = [...new Set(series.flatMap((values) => [...values.keys()]))].toSorted();
  return periods.flatMap((period) => {
    const values = rising(series.flatMap((one) => one.get(period) ?? []));
    const value = middleOf(values);
    return value === null || values.length * 2 < series.length ? [] : [{ period, value }];
  });
};

/** The periods that a drawing of an effect shows: a window more on either side. */
export const isShown = (period: Period, { before, after }: Windows): boolean => {
  const first = before[0];
  const last = after.at(-1) ?? before.at(-1);
  if (first === undefined || last === undefined) return false;
  return (
    periodsApart(stepPeriod(first, -WINDOW), period) >= 0 &&
    (after.length === 0 || periodsApart(period, stepPeriod(last, WINDOW)) >= 0)
  );
};
