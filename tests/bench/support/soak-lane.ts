import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestNation } from '../../support/nation.ts';
import { quantile, send, type Shot } from './load.ts';
import { driftIn, staffOf, type Staff } from './staff.ts';

/** How hard and how long. */
export type LaneSoak = { writers: number; seconds: number; neighbourhoods: number; say: (line: string) => void };

/** What came of it. `stuck`: requests that took longer than the lane's patience, and seconds in which a save stood still for ten. Unit: milliseconds. */
export type LaneSoakResult = {
  failed: number;
  stuck: number;
  lost: number;
  drift: number;
  done: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
};

const STANDSTILL_MS = 10_000;
const PATIENCE_MS = 25_000;
const TELL_MS = 15_000;
/** How many problems a writer enters in one neighbourhood before going on to the next. */
const AT_ONE_PLACE = 20;

type Registered = { id: string; revision: number };

/** Many writers at one province through the API: each registers a problem, then has it looked at, and so on. */
export const soakLane = async (
  nation: TestNation,
  province: string,
  { writers, seconds, neighbourhoods, say }: LaneSoak,
): Promise<LaneSoakResult> => {
  const staff: Staff = await staffOf(nation, province, neighbourhoods);
  const agent = new Agent({ keepAlive: true, maxSockets: writers });
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const times: number[] = [];
  const sentSince = new Map<number, number>();
  let [failed, stuck, registered, isOver] = [0, 0, 0, false];

  const command = async (writer: number, path: string, body: object): Promise<string | undefined> => {
    const shot: Shot = {
      method: 'POST',
      path: `/api/v1/provinces/${province}${path}`,
      headers: { cookie: staff.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const sentAt = performance.now();
    sentSince.set(writer, sentAt);
    const answer = await send(agent, nation.url, shot).catch((error: unknown) => ({ status: 0, body: String(error) }));
    sentSince.delete(writer);
    const elapsed = performance.now() - sentAt;
    times.push(elapsed);
    if (elapsed > PATIENCE_MS) stuck++;
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    if (failed++ < 10) say(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
    return undefined;
  };
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; performance.now() < endsAt; n++) {
      const place = (writer + writers * Math.floor(n / AT_ONE_PLACE)) % staff.neighbourhoods.length;
      const problem = {
        unitId: staff.neighbourhoods[place],
        domainKey: 'civil_works',
        title: 'A lamp is out',
        severity: 2,
      };
      const answer = await command(writer, '/problems', problem);
      if (answer === undefined) continue;
      registered++;
      const { id, revision } = JSON.parse(answer) as Registered;
      await command(writer, `/problems/${id}/triage`, { revision, severity: 3, rank: (n % 99) + 1 });
    }
  };
  const watch = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${nation.operator.token}` };
    for (let toldAt = performance.now(); !isOver; await pause(1_000)) {
      const answer = await fetch(`${nation.operator.url}/lanes`, { headers }).catch(() => undefined);
      const lanes = answer?.ok ? ((await answer.json()) as { oldestInFlightMs: number }[]) : [];
      if (lanes.some(({ oldestInFlightMs }) => oldestInFlightMs > STANDSTILL_MS)) stuck++;
      if (performance.now() - toldAt < TELL_MS) continue;
      toldAt = performance.now();
      say(
        `${times.length} commands, ${Math.round((times.length * 1_000) / (toldAt - startedAt))} a second, ${failed} failed, ${stuck} stuck.`,
      );
    }
  };
  const watching = watch();
  // Whoever still waits long after the end never comes back: that is stuck, and the soak ends all the same.
  await Promise.race([
    Promise.all(Array.from({ length: writers }, (_, writer) => write(writer))),
    pause(seconds * 1_000 + 2 * PATIENCE_MS, undefined, { ref: false }),
  ]);
  stuck += sentSince.size;
  const elapsed = (performance.now() - startedAt) / 1_000;
  isOver = true;
  await watching;
  agent.destroy();
  const [held] = await staff.ask("select count(*) from problems where title = 'A lamp is out'");
  const { drift, said } = await driftIn(nation, [province]);
  if (drift > 0) say(said);
  const sorted = times.toSorted((a, b) => a - b);
  return {
    failed,
    stuck,
    lost: Math.max(0, registered - Number(held?.[0])),
    drift,
    done: times.length - failed,
    perSecond: (times.length - failed) / elapsed,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    maxMs: sorted.at(-1) ?? 0,
  };
};
