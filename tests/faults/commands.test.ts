/** The servers fail while many people work: what was confirmed is there, once, and every figure follows from the records. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordMakers } from '../edge/refusals/makers.ts';
import { openWorkspace, type Workspace } from '../edge/refusals/world.ts';
import { startNation, type TestNation } from '../support/nation.ts';
import { runWriters, type Run } from './writers.ts';

let nation: TestNation;
let qom: Workspace;
let unitId = '';
beforeAll(async () => {
  nation = await startNation({ sample: 'nation', provinces: ['qom', 'qazvin'], ticks: true });
  qom = await openWorkspace(nation.url, 'qom');
});
afterAll(() => nation?.stop());
beforeEach(async () => {
  unitId = (await recordMakers(qom).neighbourhood()).id;
});

const write = (writers: number, forMs: number): Promise<Run> =>
  runWriters(qom.base, qom.cookie('dg') ?? '', { unitId, writers, forMs });

/** Every problem of the neighbourhood, as the API lists them. */
const listed = async (): Promise<{ id: string; title: string }[]> => {
  const rows: { id: string; title: string }[] = [];
  for (let page = 1; ; page++) {
    const answer = (await qom.get('/problems', { unitId, size: 100, page })) as { rows: typeof rows; total: number };
    rows.push(...answer.rows);
    if (rows.length >= answer.total || answer.rows.length === 0) return rows;
  }
};

/** Nothing that was confirmed is lost, nothing is there twice, and nothing is there that nobody was told of. */
const expectWhole = async ({ confirmed, wrong }: Run): Promise<void> => {
  expect(wrong).toEqual([]);
  expect(new Set(confirmed).size).toBe(confirmed.length);
  const rows = await listed();
  expect(rows.map(({ id }) => id).toSorted()).toEqual([...confirmed].toSorted());
  expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  const verified = await nation.desk('verify', 'qom');
  expect(verified.code, verified.stdout + verified.stderr).toBe(0);
};

test('the database server is gone for ten seconds in the middle of commands: nothing is lost and nothing doubled', async () => {
  const frozen = nation.databaseServer.pid();
  const running = write(8, 14_000);
  await pause(1_500);
  process.kill(frozen, 'SIGSTOP');
  const run = await running;
  expect(nation.databaseServer.pid()).not.toBe(frozen);
  expect(run.slowestMs).toBeGreaterThan(8_000);
  expect(run.confirmed.length).toBeGreaterThan(16);
  await expectWhole(run);
});

test('the database server and the edge are killed in turn, again and again: nothing is lost and nothing doubled', async () => {
  const running = write(8, 12_000);
  for (const victim of [nation.databaseServer, nation.edge, nation.databaseServer, nation.edge]) {
    await pause(2_500);
    process.kill(victim.pid(), 'SIGKILL');
  }
  const run = await running;
  expect(run.again).toBeGreaterThan(0);
  expect(run.confirmed.length).toBeGreaterThan(16);
  await expectWhole(run);
});

test('sixty-four writers at one province for a while: none fails, and the lane is empty in the end', async () => {
  const run = await write(64, 8_000);
  expect(run.again).toBe(0);
  expect(run.confirmed.length).toBeGreaterThan(128);
  const lane = async () => {
    const answer = await fetch(`${nation.operator.url}/lanes`, {
      headers: { authorization: `Bearer ${nation.operator.token}` },
    });
    const lanes = (await answer.json()) as { database: string; oldestInFlightMs: number; queued: number }[];
    const found = lanes.find(({ database }) => database === 'qom');
    return found && { isEmpty: found.queued === 0, isMoving: found.oldestInFlightMs < 2_000 };
  };
  await expect.poll(lane, { timeout: 120_000 }).toEqual({ isEmpty: true, isMoving: true });
  await expectWhole(run);
});
