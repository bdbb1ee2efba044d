import type { Detail } from '@mahalleh/kernel';
import { medianOf, robustScore } from './robust-rules.ts';
import { periodsApart, spanOf, stepPeriod, type Period } from './periods.ts';

/** Something about a measurement that looks odd, and is asked about: a jump, a place unlike its peers, a gap before it. */
export type Doubt = { readonly reason: 'doubt_jump' | 'doubt_unlike_peers' | 'doubt_gap'; readonly params: Detail };

/** What a new value is held against: the unit's own earlier values, other units in the same period, and the last period measured before. */
export type Beside = {
  readonly own: readonly number[];
  readonly peers: readonly number[];
  readonly lastBefore: Period | undefined;
};

/** A robust score beyond this is odd. Source: Iglewicz and Hoaglin, 1993. */
const ODD = 3.5;
/** So many others there must be before anything is called odd. */
const FEWEST = { own: 5, peers: 8 } as const;

const rounded = (number: number): number => Number(number.toPrecision(4));

const oddAmong = (
  reason: 'doubt_jump' | 'doubt_unlike_peers',
  value: number,
  others: readonly number[],
  least: number,
): Doubt[] => {
  const score = robustScore(value, others, least);
  const median = medianOf(others);
  if (score === null || median === null || Math.abs(score) <= ODD) return [];
  return [{ reason, params: { value, median: rounded(median), count: others.length } }];
};

/** What looks odd about a value in a period. It is asked about and never refused: what is odd may be true. */
export const doubtsOf = (value: number | null, period: Period, { own, peers, lastBefore }: Beside): Doubt[] => {
  const missing = lastBefore === undefined ? 0 : periodsApart(lastBefore, period) - 1;
  const first = lastBefore === undefined ? undefined : spanOf(stepPeriod(lastBefore, 1));
  const gap: Doubt[] =
    missing > 0 && first ? [{ reason: 'doubt_gap', params: { count: missing, firstOn: first.firstOn } }] : [];
  if (value === null) return gap;
  return [
    ...oddAmong('doubt_jump', value, own, FEWEST.own),
    ...oddAmong('doubt_unlike_peers', value, peers, FEWEST.peers),
    ...gap,
  ];
};
