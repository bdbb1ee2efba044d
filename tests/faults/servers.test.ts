/** Servers that die or stand still in the middle of writes: somebody starts them again, and nothing that was confirmed is lost. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startNation, type TestNation } from '../support/nation.ts';

let nation: TestNation;
beforeAll(async () => {
  nation = await startNation({ provinces: ['qom'] });
});
afterAll(() => nation.stop());

const operator = (path: string, body?: unknown) =>
  fetch(`${nation.operator.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${nation.operator.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** One write through Qom's lane: a row of a table that holds names and values. */
const write = async (key: string): Promise<boolean> => {
  const statements = [{ sql: "insert into meta (key, value) values (?, '1')", args: [key] }];
  const answer = await operator('/lane/qom/write', { commandId: randomUUID(), statements }).catch(() => undefined);
  return answer?.status === 200;
};

const writeUntilItHolds = async (key: string, forMs: number): Promise<boolean> => {
  for (const endsAt = Date.now() + forMs; Date.now() < endsAt; await pause(100)) if (await write(key)) return true;
  return false;
};

describe('a server that is killed', () => {
  test('the libSQL server comes back with what it had confirmed', async () => {
    expect(await write('before')).toBe(true);
    process.kill(nation.databaseServer.pid(), 'SIGKILL');
    expect(await writeUntilItHolds('after', 120_000)).toBe(true);
    expect(await write('before'), 'the key of the confirmed row is taken').toBe(false);
  });

  test('workerd comes back, and the public address with it', async () => {
    process.kill(nation.edge.pid(), 'SIGKILL');
    expect(await writeUntilItHolds('edge', 120_000)).toBe(true);
    expect((await fetch(`${nation.url}/api/v1/health`)).status).toBe(200);
  });
});

test('a libSQL server that stands still for ten seconds is restarted, and the write that waited is saved once', async () => {
  const frozen = nation.databaseServer.pid();
  process.kill(frozen, 'SIGSTOP');
  const waiting = write('frozen');
  const lane = async () => {
    const lanes = (await (await operator('/lanes')).json()) as { database: string; oldestInFlightMs: number }[];
    return lanes.find(({ database }) => database === 'qom')?.oldestInFlightMs ?? 0;
  };
  await pause(3_000);
  expect(await lane()).toBeGreaterThan(2_000);
  expect(nation.databaseServer.pid()).toBe(frozen);
  for (let tries = 0; tries < 1_200 && nation.databaseServer.pid() === frozen; tries += 1) await pause(100);
  expect(nation.databaseServer.pid()).not.toBe(frozen);
  expect(await waiting).toBe(true);
  expect(await write('frozen'), 'it was saved, so its key is taken').toBe(false);
  expect(await writeUntilItHolds('thawed', 120_000)).toBe(true);
  await expect.poll(lane, { timeout: 120_000 }).toBeLessThan(2_000);
});
