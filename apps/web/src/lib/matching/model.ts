import type {
  CapacityMatches,
  MatchRule,
  MatchRules,
  PlaceMatches,
  ProblemMatches,
  CapacityMatch,
} from '@mahalleh/matching/model';

export type { CapacityMatches, MatchRule, PlaceMatches, ProblemMatches };

/** The rules with what they give for one problem. */
export type Rules = (typeof MatchRules)['_output'];
/** What every match shows of its score. */
export type Scored = Pick<CapacityMatch, 'score' | 'reasons' | 'values' | 'isUsed'>;
