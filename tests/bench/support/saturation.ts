import { Agent } from 'node:http';
import type { TestNation } from '../../support/nation.ts';
import type { Writer } from './freshness.ts';
import { processorMs } from './processes.ts';
import { registerProblem } from './steady.ts';
import { writeAs } from './world.ts';

const CONNECTIONS = 64;

/** How many changes a second were done when nobody waited, and what one cost the servers. Unit: changes a second; processor milliseconds. */
export type Saturation = { readonly perSecond: number; readonly processorMs: number; readonly failed: number };

/** Keeps so many changes under way that the servers have always something to do, over all provinces. */
export const saturate = async (
  nation: TestNation,
  writers: readonly Writer[],
  seconds: number,
): Promise<Saturation> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const before = processorMs(nation.data);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let [next, done, failed] = [0, 0, 0];
  const worker = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const n = next++;
      const writer = writers[n % writers.length];
      const isTaken =
        writer && (await registerProblem(nation, agent, writer, Math.floor(n / writers.length)).catch(() => false));
      if (isTaken) done++;
      else failed++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  const elapsedS = (performance.now() - startedAt) / 1_000;
  return { perSecond: done / elapsedS, processorMs: (processorMs(nation.data) - before) / Math.max(1, done), failed };
};

/** From here on nothing follows a problem that is registered: no unit becomes dirty, so nothing is recomputed and no letter is sent. */
export const cutOff = async (nation: TestNation, writers: readonly Writer[]): Promise<void> => {
  for (const { province } of writers)
    await writeAs(nation, province, [{ sql: 'drop trigger problems_dirty_insert', args: [] }]);
};
