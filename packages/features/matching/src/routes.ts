import { get, post } from '@mahalleh/http';
import { tuneRule } from './commands/tune-rule.ts';
import { capacityMatches } from './queries/capacity-matches.ts';
import { matchRuleList } from './queries/match-rules.ts';
import { placeMatches } from './queries/place-matches.ts';
import { problemMatches } from './queries/problem-matches.ts';

const ID = '01980000-0000-7000-8000-000000000006';

/** Where it is asked what fits what, and said how that is weighed. */
export const matchingRoutes = [
  get('/problems/{problemId}/matches', problemMatches, { example: { problemId: ID, size: 5 } }),
  get('/capacities/{capacityId}/matches', capacityMatches, { example: { capacityId: ID } }),
  get('/neighbourhoods/{unitId}/matches', placeMatches, { example: { unitId: ID } }),
  get('/match-rules', matchRuleList, { example: {} }),
  post('/match-rules/{key}/tune', tuneRule, { example: { key: 'distance', revision: 1, weight: 25 } }),
] as const;
