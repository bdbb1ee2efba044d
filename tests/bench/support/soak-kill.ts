import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@mahalleh/kernel';
import type { TestNation } from '../../support/nation.ts';
import { send } from './load.ts';
import { driftIn, staffOf, type Staff } from './staff.ts';

/** How often something is killed, and how many people work meanwhile. */
export type KillSoak = { rounds: number; writersPerProvince: number; pauseMs: number; say: (line: string) => void };

/** What came of it. `lost`: confirmed but not there. `doubled`: one command, two rows. `refused`: answered with a refusal that the writer did not deserve. */
export type KillSoakResult = {
  lost: number;
  doubled: number;
  drift: number;
  refused: number;
  unanswered: number;
  acknowledged: number;
  retries: number;
  kills: number;
};

type Confirmed = { commandId: string; title: string; problemId: string };

const AGAIN_MS = 150;
const PATIENCE_MS = 60_000;

/** Counts what a province holds against what its writers were told. */
const compare = async (staff: Staff, confirmed: readonly Confirmed[]): Promise<{ lost: number; doubled: number }> => {
  const problems = new Map<string, string[]>();
  for (const [title, id] of await staff.ask("select title, id from problems where title like 'Soak %'"))
    problems.set(String(title), [...(problems.get(String(title)) ?? []), String(id)]);
  const commands = new Map<string, number>();
  for (const [id] of await staff.ask("select command_id from audit_log where action = 'problem.register'"))
    commands.set(String(id), (commands.get(String(id)) ?? 0) + 1);
  const isThere = ({ commandId, title, problemId }: Confirmed): boolean =>
    commands.has(commandId) && (problems.get(title)?.includes(problemId) ?? false);
  const more = (counts: Iterable<number>): number => [...counts].filter((count) => count > 1).length;
  return {
    lost: confirmed.filter((one) => !isThere(one)).length,
    doubled: more(commands.values()) + more([...problems.values()].map(({ length }) => length)),
  };
};

/** Kills the libSQL server and workerd in turns while people write, and counts what was lost, doubled or is no longer so. */
export const soakKill = async (
  nation: TestNation,
  provinces: readonly string[],
  { rounds, writersPerProvince, pauseMs, say }: KillSoak,
): Promise<KillSoakResult> => {
  const staffs: Staff[] = [];
  for (const province of provinces) staffs.push(await staffOf(nation, province, 100));
  const agent = new Agent({ keepAlive: true });
  const confirmed = new Map<string, Confirmed[]>(provinces.map((province) => [province, []]));
  let [refused, unanswered, retries, isWriting] = [0, 0, 0, true];

  /** One command until it is answered: the same id and content each time. */
  const insist = async ({ province, cookie, neighbourhoods }: Staff, title: string, turn: number): Promise<void> => {
    const commandId = newId();
    const unitId = neighbourhoods[turn % neighbourhoods.length];
    const body = JSON.stringify({ unitId, domainKey: 'civil_works', title, severity: 2 });
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': commandId };
    const path = `/api/v1/provinces/${province}/problems`;
    for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await pause(AGAIN_MS)) {
      const answer = await send(agent, nation.url, { method: 'POST', path, headers, body }).catch(() => undefined);
      if (answer?.status === 201) {
        const { id } = JSON.parse(answer.body) as { id: string };
        confirmed.get(province)?.push({ commandId, title, problemId: id });
        return;
      }
      if (answer && answer.status < 500) {
        if (refused++ < 10) say(`${province}: ${answer.status} ${answer.body.slice(0, 200)}`);
        return;
      }
      retries++;
    }
    unanswered++;
  };
  const write = async (staff: Staff, writer: number): Promise<void> => {
    for (let n = 0; isWriting; n++) await insist(staff, `Soak ${writer} of ${n}`, writer * 7 + n);
  };
  const count = (): number => [...confirmed.values()].reduce((sum, list) => sum + list.length, 0);

  const writing = Promise.all(
    staffs.flatMap((staff) => Array.from({ length: writersPerProvince }, (_, writer) => write(staff, writer))),
  );
  for (let round = 0; round < rounds; round++) {
    await pause(pauseMs * (0.5 + Math.random()));
    const isDatabase = round % 2 === 0;
    const before = count();
    await (isDatabase ? nation.databaseServer : nation.edge).kill();
    say(
      `Round ${round + 1} of ${rounds}: ${isDatabase ? 'the libSQL server' : 'workerd'} killed at ${before} confirmed commands, ${retries} retries so far.`,
    );
  }
  await pause(pauseMs);
  isWriting = false;
  await writing;
  agent.destroy();

  let [lost, doubled] = [0, 0];
  for (const staff of staffs) {
    const found = await compare(staff, confirmed.get(staff.province) ?? []);
    lost += found.lost;
    doubled += found.doubled;
  }
  const { drift, said } = await driftIn(nation, provinces);
  if (drift > 0) say(said);
  return { lost, doubled, drift, refused, unanswered, acknowledged: count(), retries, kills: rounds };
};
