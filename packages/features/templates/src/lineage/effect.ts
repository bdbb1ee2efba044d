import type { ResultLine } from '../letters/letter-bodies.ts';
import { t95 } from './t-quantile.ts';

/** What one province told of one indicator: a side, a setting, a size; without sums where it has too few. */
export type ResultRow = ResultLine & { readonly province: string };

/** Under so many neighbourhoods on either side nothing is told, by no province and of none: it would be said of places, not of the template. */
export const FEWEST = 3;

/** How a side went: how many neighbourhoods, and their mean before and after. */
export type Side = { readonly n: number; readonly before: number; readonly after: number };

/**
 * What a template did to an indicator: how much more it changed than in neighbourhoods alike of the same province, and
 * between which bounds the truth lies in 95 of 100 such cases. `too_few`: there is no number that could be told.
 */
export type Effect =
  | {
      readonly state: 'told';
      readonly effect: number;
      readonly low: number;
      readonly high: number;
      readonly treated: Side;
      readonly untreated: Side;
      readonly provinces: number;
    }
  | { readonly state: 'too_few'; readonly treated: number; readonly untreated: number };

type Sums = { readonly n: number; readonly before: number; readonly after: number; readonly squares: number };
type Pair = { readonly province: string; readonly treated: Sums; readonly untreated: Sums; readonly isTold: boolean };

/** Whether a province tells sums of these neighbourhoods, or only that there are some. */
export const isTold = ({ sumBefore }: Pick<ResultLine, 'sumBefore'>): boolean => sumBefore !== null;

const NOTHING: Sums = { n: 0, before: 0, after: 0, squares: 0 };
const plus = (a: Sums, b: Sums): Sums => ({
  n: a.n + b.n,
  before: a.before + b.before,
  after: a.after + b.after,
  squares: a.squares + b.squares,
});
const sumsOf = (rows: readonly ResultRow[], side: ResultRow['side']): Sums =>
  rows
    .filter((row) => row.side === side)
    .map(({ n, sumBefore, sumAfter, sumSquaredChange }): Sums => ({
      ...{ n, before: sumBefore ?? 0, after: sumAfter ?? 0, squares: sumSquaredChange ?? 0 },
    }))
    .reduce(plus, NOTHING);

const changeOf = ({ n, before, after }: Sums): number => (after - before) / n;
/** The squares around the mean; rounding never makes them less than none. */
const around = ({ n, before, after, squares }: Sums): number => Math.max(0, squares - (after - before) ** 2 / n);

/** Neighbourhoods alike of one province, where both sides are there. In a fixed order, so that sums do not depend on the order of letters. */
const pairsOf = (rows: readonly ResultRow[]): Pair[] =>
  [...Map.groupBy(rows, ({ province, setting, size }) => `${province} ${setting} ${size}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => ({
      province: key.split(' ')[0] ?? '',
      treated: sumsOf(own, 'treated'),
      untreated: sumsOf(own, 'untreated'),
      isTold: own.every(isTold),
    }))
    .filter(({ treated, untreated }) => treated.n > 0 && untreated.n > 0);

const sideOf = ({ n, before, after }: Sums): Side => ({ n, before: before / n, after: after / n });

type Spread = { readonly variance: number; readonly degrees: number };
const spreadOf = (sides: readonly Sums[]): Spread => {
  const degrees = sides.reduce((sum, { n }) => sum + n - 1, 0);
  return { degrees, variance: degrees === 0 ? NaN : sides.reduce((sum, one) => sum + around(one), 0) / degrees };
};

/** The variance of a sum of two independent estimates and its degrees of freedom (Welch and Satterthwaite). */
const together = (a: Spread, b: Spread): Spread => {
  const variance = a.variance + b.variance;
  if (variance === 0) return { variance, degrees: a.degrees + b.degrees };
  return { variance, degrees: variance ** 2 / (a.variance ** 2 / a.degrees + b.variance ** 2 / b.degrees) };
};

/** How uneven the estimate is: of each side by itself, or of both as one where one side has no two neighbourhoods alike. */
const errorOf = (pairs: readonly Pair[], treated: number, share: number): Spread => {
  const [withIt, without] = [spreadOf(pairs.map((one) => one.treated)), spreadOf(pairs.map((one) => one.untreated))];
  const scaled = ({ variance, degrees }: Spread, by: number): Spread => ({ variance: variance * by, degrees });
  if (withIt.degrees > 0 && without.degrees > 0) return together(scaled(withIt, 1 / treated), scaled(without, share));
  const both = spreadOf(pairs.flatMap((one) => [one.treated, one.untreated]));
  return scaled(both, 1 / treated + share);
};

/**
 * Joins what provinces told of an indicator: in each province, neighbourhoods with the template against those alike without,
 * weighted by how many have it. The order of rows is nothing; what has nothing alike beside it counts for nothing.
 */
export const effectOf = (rows: readonly ResultRow[]): Effect => {
  const all = pairsOf(rows);
  const joined = (side: 'treated' | 'untreated', of: readonly Pair[]) =>
    of.map((pair) => pair[side]).reduce(plus, NOTHING);
  const few: Effect = { state: 'too_few', treated: joined('treated', all).n, untreated: joined('untreated', all).n };
  const pairs = all.filter((pair) => pair.isTold);
  const [treated, untreated] = [joined('treated', pairs), joined('untreated', pairs)];
  if (treated.n < FEWEST || untreated.n < FEWEST) return few;
  const weight = (pair: Pair): number => pair.treated.n / treated.n;
  const share = pairs.reduce((sum, pair) => sum + weight(pair) ** 2 / pair.untreated.n, 0);
  const { variance, degrees } = errorOf(pairs, treated.n, share);
  const reach = t95(degrees) * Math.sqrt(variance);
  if (!Number.isFinite(reach)) return few;
  const effect = pairs.reduce(
    (sum, pair) => sum + weight(pair) * (changeOf(pair.treated) - changeOf(pair.untreated)),
    0,
  );
  return {
    ...{ state: 'told', effect, low: effect - reach, high: effect + reach },
    treated: sideOf(treated),
    untreated: sideOf(untreated),
    provinces: new Set(pairs.map(({ province }) => province)).size,
  };
};

/** What can be said of an effect beside what was promised. */
export const VERDICTS = ['as_promised', 'less_than_promised', 'helps', 'unclear', 'against', 'too_few'] as const;
/** What can be said of an effect beside what was promised. */
export type Verdict = (typeof VERDICTS)[number];

/**
 * What the range says: against the promised way or towards it, and there whether all of it reaches the promise
 * (`as_promised`), none of it (`less_than_promised`), or some (`helps`). Where nought lies within, nothing is clear.
 */
export const verdictOf = (effect: Effect, promised: number): Verdict => {
  if (effect.state === 'too_few') return 'too_few';
  const [low, high] = promised > 0 ? [effect.low, effect.high] : [-effect.high, -effect.low];
  const goal = Math.abs(promised);
  if (high < 0) return 'against';
  if (low <= 0) return 'unclear';
  if (low >= goal) return 'as_promised';
  return high < goal ? 'less_than_promised' : 'helps';
};
