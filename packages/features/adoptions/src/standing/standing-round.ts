import { compile } from '@mahalleh/gate';
import { countStanding, DUE, type DueRow } from './count-standing.ts';
import type { RoundPorts } from './round-ports.ts';
import { rowsOf } from './rows-of.ts';
import { IS_UNTOLD, tellAdopters } from './tell-adopters.ts';

/**
 * What the minute's round does for templates in use: counts again what changed, and tells the nation what it was not told.
 * Where nothing changed it is one small question. Done twice, it is done once. Fails: what the database fails with.
 */
export const standingRound = async ({ province, reader, save, nowMs }: RoundPorts): Promise<void> => {
  const now = nowMs();
  const [due, untold] = await reader.batch([DUE(now), IS_UNTOLD(province)].map(compile));
  const counted = await countStanding(reader, rowsOf<DueRow>(due), now);
  if (counted.length === 0 && rowsOf<{ is: number }>(untold)[0]?.is !== 1) return;
  await save([...counted, ...tellAdopters(province, now)]);
};
