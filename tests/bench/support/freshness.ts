import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestNation } from '../../support/nation.ts';
import { quantile, send } from './load.ts';

/** Where one province's problems are registered, and by whom. */
export type Writer = { province: string; cookie: string; neighbourhoods: readonly string[] };

type Home = { provinces: { key: string; figures: Record<string, { value: number | null }> }[] };

const EVERY_MS = 50;
const PAUSE_MS = 150;
const PATIENCE_MS = 15_000;

/** How long changes took to be seen in the national figure, from sending the command. Unit: milliseconds. */
export type Freshness = {
  changes: number;
  unseen: number;
  failed: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
};

/**
 * Registers problems in several provinces, each raising that province's number of open problems by one, and asks the
 * national home over and over: a change is visible once the number has risen as often as the province had sent.
 */
export const measureFreshness = async (
  nation: TestNation,
  ministryCookie: string,
  writers: readonly Writer[],
  seconds: number,
): Promise<Freshness> => {
  const agent = new Agent({ keepAlive: true });
  const openByProvince = async (): Promise<Map<string, number>> => {
    const path = '/api/v1/nation/home';
    const answer = await send(agent, nation.url, { method: 'GET', path, headers: { cookie: ministryCookie } });
    if (answer.status !== 200) throw new Error(`home: ${answer.status} ${answer.body.slice(0, 200)}`);
    const { provinces } = JSON.parse(answer.body) as Home;
    return new Map(provinces.map(({ key, figures }) => [key, figures['problems_open']?.value ?? 0]));
  };
  const before = await openByProvince();
  const waiting = new Map<string, number[]>(writers.map(({ province }) => [province, []]));
  const seen = new Map<string, number>(writers.map(({ province }) => [province, 0]));
  const times: number[] = [];
  let failed = 0;
  let isWriting = true;
  const endsAt = performance.now() + seconds * 1_000;

  const write = async ({ province, cookie, neighbourhoods }: Writer): Promise<void> => {
    for (let n = 0; performance.now() < endsAt; n++) {
      const sentAt = performance.now();
      const unitId = neighbourhoods[n % neighbourhoods.length];
      const answer = await send(agent, nation.url, {
        method: 'POST',
        path: `/api/v1/provinces/${province}/problems`,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ unitId, domainKey: 'civil_works', title: `Lamp ${n} is out`, severity: 2 }),
      });
      if (answer.status === 201) waiting.get(province)?.push(sentAt);
      else failed++;
      await pause(PAUSE_MS * (0.5 + Math.random()));
    }
  };
  const look = async (): Promise<void> => {
    const giveUpAt = endsAt + PATIENCE_MS;
    const isAllSeen = () => [...waiting].every(([province, sent]) => (seen.get(province) ?? 0) >= sent.length);
    while (performance.now() < giveUpAt && (isWriting || !isAllSeen())) {
      const now = await openByProvince();
      const seenAt = performance.now();
      for (const [province, sent] of waiting) {
        const risen = Math.min(sent.length, (now.get(province) ?? 0) - (before.get(province) ?? 0));
        for (const sentAt of sent.slice(seen.get(province), risen)) times.push(seenAt - sentAt);
        seen.set(province, Math.max(risen, seen.get(province) ?? 0));
      }
      await pause(EVERY_MS);
    }
  };
  // In the middle of it the minute's round of every province, as it happens in real life.
  const sweep = async (): Promise<void> => {
    await pause((seconds * 1_000) / 2);
    const headers = { authorization: `Bearer ${nation.operator.token}` };
    await (await fetch(`${nation.operator.url}/tick`, { method: 'POST', headers })).text();
  };
  const writing = Promise.all(writers.map(write)).finally(() => (isWriting = false));
  await Promise.all([writing, look(), sweep()]);
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const changes = [...waiting.values()].reduce((sum, sent) => sum + sent.length, 0);
  return {
    changes,
    unseen: changes - times.length,
    failed,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    maxMs: sorted.at(-1) ?? 0,
  };
};
