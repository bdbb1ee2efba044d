export { standingRound } from './standing-round.ts';
export { tellResults } from './tell-results.ts';
