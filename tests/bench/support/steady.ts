import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestNation } from '../../support/nation.ts';
import type { Writer } from './freshness.ts';
import { quantile, send } from './load.ts';
import { processorMs, waitedMs } from './processes.ts';

type Home = { provinces: { key: string; figures: Record<string, { value: number | null }> }[] };

/** Looking takes the processor of those who write: a fifth of a second is added to what is measured, at most, and never taken from it. */
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 30_000;

/** How soon changes that come at a steady rate were seen in the national figure. Unit: milliseconds. */
export type Steady = {
  readonly changes: number;
  readonly perSecond: number;
  readonly failed: number;
  readonly unseen: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** p95 of the last third over p95 of the first: above 1 when a lag grows. */
  readonly growth: number;
  /** By how much later changes are seen for each second that the load lasts. Unit: milliseconds a second. */
  readonly lagMsPerS: number;
  /** Processor time of the servers for one change, of those who look included. Unit: milliseconds. */
  readonly processorMs: number;
  /** Processor time of the load generator over the time that it took. */
  readonly generatorShare: number;
  /** How long the servers' threads waited for a processor, over the time in which they had one: other work on the machine, or too little of it. */
  readonly waitedOverRun: number;
};

/** How steeply `took` rises with `dueAt`: least squares. Unit: milliseconds a second. */
const slopeOf = (times: readonly { dueAt: number; took: number }[]): number => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [x, y] = [mean(times.map(({ dueAt }) => dueAt)), mean(times.map(({ took }) => took))];
  let [top, bottom] = [0, 0];
  for (const { dueAt, took } of times) {
    top += (dueAt - x) * (took - y);
    bottom += (dueAt - x) ** 2;
  }
  return bottom === 0 ? 0 : (top / bottom) * 1_000;
};

/** Whether changes were seen within two seconds (p95), all of them, and none later and later. */
export const isHeld = ({ p95Ms, failed, unseen, growth }: Steady): boolean =>
  p95Ms < 2_000 && failed === 0 && unseen === 0 && growth < 1.5;

/** The national home's number of open problems of each province. */
const openProblems = async (nation: TestNation, agent: Agent, cookie: string): Promise<Map<string, number>> => {
  const answer = await send(agent, nation.url, { method: 'GET', path: '/api/v1/nation/home', headers: { cookie } });
  if (answer.status !== 200) throw new Error(`home: ${answer.status} ${answer.body.slice(0, 200)}`);
  const { provinces } = JSON.parse(answer.body) as Home;
  return new Map(provinces.map(({ key, figures }) => [key, figures['problems_open']?.value ?? 0]));
};

/** Registers one problem. Shape: whether it was taken. */
export const registerProblem = async (
  nation: TestNation,
  agent: Agent,
  writer: Writer,
  n: number,
): Promise<boolean> => {
  const unitId = writer.neighbourhoods[n % writer.neighbourhoods.length];
  const answer = await send(agent, nation.url, {
    method: 'POST',
    path: `/api/v1/provinces/${writer.province}/problems`,
    headers: { cookie: writer.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ unitId, domainKey: 'civil_works', title: `Lamp ${n} is out`, severity: 2 }),
  });
  return answer.status === 201;
};

/**
 * Sends changes at a steady rate, province after province, whether or not earlier ones were answered, and asks the national
 * home over and over. A change counts from the moment at which it was due.
 */
export const measureSteady = async (
  nation: TestNation,
  ministryCookie: string,
  writers: readonly Writer[],
  perSecond: number,
  seconds: number,
): Promise<Steady> => {
  const [writing, looking] = [new Agent({ keepAlive: true, maxSockets: 256 }), new Agent({ keepAlive: true })];
  const before = await openProblems(nation, looking, ministryCookie);
  const waiting = new Map<string, number[]>(writers.map(({ province }) => [province, []]));
  const seen = new Map<string, number>(writers.map(({ province }) => [province, 0]));
  const times: { dueAt: number; took: number }[] = [];
  const total = perSecond * seconds;
  const [processorBefore, waitedBefore, ownBefore] = [
    processorMs(nation.data),
    waitedMs(nation.data),
    process.cpuUsage(),
  ];
  const startedAt = performance.now();
  let failed = 0;
  let answered = 0;
  const sending: Promise<void>[] = [];
  const one = async (n: number, dueAt: number): Promise<void> => {
    const writer = writers[n % writers.length];
    if (!writer) return;
    const isTaken = await registerProblem(nation, writing, writer, Math.floor(n / writers.length)).catch(() => false);
    answered++;
    if (isTaken) waiting.get(writer.province)?.push(dueAt);
    else failed++;
  };
  const write = async (): Promise<void> => {
    for (let n = 0; n < total;) {
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) * perSecond) / 1_000));
      for (; n < due; n++) sending.push(one(n, startedAt + (n * 1_000) / perSecond));
      await pause(5);
    }
    await Promise.all(sending);
  };
  const look = async (): Promise<void> => {
    const giveUpAt = startedAt + seconds * 1_000 + PATIENCE_MS;
    const isAllSeen = () =>
      answered >= total && [...waiting].every(([province, sent]) => (seen.get(province) ?? 0) >= sent.length);
    while (performance.now() < giveUpAt && !isAllSeen()) {
      const now = await openProblems(nation, looking, ministryCookie);
      const seenAt = performance.now();
      for (const [province, sent] of waiting) {
        const risen = Math.min(sent.length, (now.get(province) ?? 0) - (before.get(province) ?? 0));
        for (const dueAt of sent.slice(seen.get(province), risen)) times.push({ dueAt, took: seenAt - dueAt });
        seen.set(province, Math.max(risen, seen.get(province) ?? 0));
      }
      await pause(LOOK_EVERY_MS);
    }
  };
  // In the middle of it the minute's round of every province, as it happens in real life.
  const sweep = async (): Promise<void> => {
    await pause((seconds * 1_000) / 2);
    const headers = { authorization: `Bearer ${nation.operator.token}` };
    await (await fetch(`${nation.operator.url}/tick`, { method: 'POST', headers })).text();
  };
  await Promise.all([write(), look(), sweep()]);
  const elapsedMs = performance.now() - startedAt;
  const ran = processorMs(nation.data) - processorBefore;
  const waited = waitedMs(nation.data) - waitedBefore;
  const own = process.cpuUsage(ownBefore);
  writing.destroy();
  looking.destroy();
  const sorted = (some: readonly { took: number }[]) => some.map(({ took }) => took).toSorted((a, b) => a - b);
  const third = (seconds * 1_000) / 3;
  const first = sorted(times.filter(({ dueAt }) => dueAt < startedAt + third));
  const last = sorted(times.filter(({ dueAt }) => dueAt >= startedAt + 2 * third));
  const all = sorted(times);
  return {
    changes: total,
    perSecond,
    failed,
    unseen: total - failed - times.length,
    p50Ms: quantile(all, 0.5),
    p95Ms: quantile(all, 0.95),
    maxMs: all.at(-1) ?? 0,
    growth: quantile(last, 0.95) / quantile(first, 0.95),
    lagMsPerS: slopeOf(times),
    processorMs: ran / total,
    generatorShare: (own.user + own.system) / 1_000 / elapsedMs,
    waitedOverRun: waited / ran,
  };
};
