import type { Statement } from '@mahalleh/gate';
import { callUpkeep } from './call-upkeep.ts';
import { closeUpkeep } from './close-period.ts';

/** What the minute's round does for period reports: freezes what has ended, and lets what waits call. */
export const reportsUpkeep = (nowMs: number): Statement[] => [...closeUpkeep(nowMs), ...callUpkeep(nowMs)];
