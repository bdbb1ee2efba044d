import type { Statement } from '@mahalleh/gate';
import { countStanding } from './count-standing.ts';
import { tellAdopters } from './tell-adopters.ts';

export { tellResults, type ResultPorts } from './tell-results.ts';

/** What the minute's round does for templates in use: counts again what changed, and tells the nation what it was not told. */
export const standingUpkeep = (province: string, nowMs: number): Statement[] => [
  ...countStanding(nowMs),
  ...tellAdopters(province, nowMs),
];
