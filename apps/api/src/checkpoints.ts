import { nationIntakes } from '@mahalleh/api/intakes';
import { dueCheckpoints, takeCheckpoint } from '@mahalleh/border';
import { NATION } from '@mahalleh/gate';
import { periodOf } from '@mahalleh/kernel';
import { deploymentOf, type Env } from './env.ts';
import type { Ways } from './post.ts';

/** Takes the checkpoint of this Jalali month of provinces that have none yet: some in each round of the minute. Fails: what the database fails with. */
export const checkpointRound = async (env: Env, ways: Ways): Promise<void> => {
  const month = periodOf(Date.now());
  const secret = () => deploymentOf(env).secretFor(NATION, 'seal-key');
  for (const province of await dueCheckpoints(ways.reader, month))
    await takeCheckpoint({ ...ways, secret, nowMs: Date.now, intakes: nationIntakes }, province, month);
};
