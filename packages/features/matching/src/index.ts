export { tuneRule } from './commands/tune-rule.ts';
export * from './model.ts';
export { capacityMatches } from './queries/capacity-matches.ts';
export { matchRuleList } from './queries/match-rules.ts';
export { placeMatches } from './queries/place-matches.ts';
export { problemMatches } from './queries/problem-matches.ts';
export { matchingReasons } from './reasons.ts';
export { matchingRoutes } from './routes.ts';
