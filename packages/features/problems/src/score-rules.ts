import { refuse, type Refusal } from '@mahalleh/kernel';
import { CRITERIA, type Criterion, type ScoreMethod } from './score-method.ts';

/** Points by criterion, added up over everybody who gave them. */
export type Sums = Readonly<Record<Criterion, number>>;

/** One round of residents' scores, or one expert's view, as far as scoring reads it. */
export type Round = { readonly voters: number; readonly supporters: number; readonly sums: Sums };

/** The least and the most that somebody gives a criterion. */
export const POINTS = { least: 1, most: 5 } as const;

/** Several rounds as one: everybody's points count once, whichever round they gave them in. */
export const joinRounds = (rounds: readonly Round[]): Round =>
  rounds.reduce<Round>(
    (all, round) => ({
      voters: all.voters + round.voters,
      supporters: all.supporters + round.supporters,
      sums: sumsOf((key) => all.sums[key] + round.sums[key]),
    }),
    { voters: 0, supporters: 0, sums: sumsOf(() => 0) },
  );

/** A value for every criterion. The cast is safe: the list it is made of is the type's own. */
export const sumsOf = (value: (key: Criterion) => number): Sums =>
  Object.fromEntries(CRITERIA.map((key) => [key, value(key)])) as Sums;

/**
 * The score of a problem by a method: the weighted mean of the criteria's means, from 0 (all gave the least) to 100 (all the
 * most). Null when nobody gave points. Rounded to a tenth, so that the same points always give the same score.
 */
export const scoreOf = (rounds: readonly Round[], { criteria }: ScoreMethod): number | null => {
  const { voters, sums } = joinRounds(rounds);
  if (voters === 0) return null;
  const weights = criteria.reduce((all, { weight }) => all + weight, 0);
  const reached = criteria.reduce((all, { key, weight }) => all + weight * (sums[key] / voters - POINTS.least), 0);
  return Math.round((1000 * reached) / (weights * (POINTS.most - POINTS.least))) / 10;
};

/** Why these points cannot be: a sum that so many voters cannot have given. */
export const whyNotSums = (voters: number, sums: Sums): Refusal | undefined => {
  const odd = CRITERIA.find((key) => sums[key] < voters * POINTS.least || sums[key] > voters * POINTS.most);
  return odd === undefined
    ? undefined
    : refuse('score_sum_impossible', {
        field: `sums.${odd}`,
        detail: { least: voters * POINTS.least, most: voters * POINTS.most },
      });
};
