import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startChild } from '../src/child.ts';
import { edgeConfig } from '../src/edge-config.ts';
import { assertPortFree, freePort } from '../src/ports.ts';
import { supervise } from '../src/supervised.ts';
import { watchLanes } from '../src/watchdog.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mahalleh-servers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 300 && !holds(); tries += 1) await pause(20);
};

describe('a supervised server', () => {
  const sleeper = async () => startChild('sleep', ['60'], process.env, join(folder, 'log'));

  test('is started again when it is killed, and not when it is stopped', async () => {
    const pids: number[] = [];
    const lines: string[] = [];
    const server = await supervise(
      'The sleeper',
      sleeper,
      (pid) => pids.push(pid),
      (line) => lines.push(line),
    );
    process.kill(server.pid(), 'SIGKILL');
    await until(() => pids.length === 2);
    expect(lines).toEqual(['The sleeper ended and is started again.']);
    expect(new Set(pids).size).toBe(2);
    await server.stop();
    await pause(300);
    expect(pids).toHaveLength(2);
    expect(() => process.kill(server.pid(), 0)).toThrow();
  });

  test('has a new process once a restart has returned', async () => {
    const pids: number[] = [];
    const server = await supervise(
      'The sleeper',
      sleeper,
      (pid) => pids.push(pid),
      () => undefined,
    );
    await server.restart();
    expect(pids).toHaveLength(2);
    await server.stop();
  });

  test('that cannot start again is tried until it can', async () => {
    let starts = 0;
    const stubborn = async () => {
      starts += 1;
      if (starts === 2 || starts === 3) throw new Error('not yet');
      return sleeper();
    };
    const server = await supervise(
      'The sleeper',
      stubborn,
      () => undefined,
      () => undefined,
    );
    process.kill(server.pid(), 'SIGKILL');
    await until(() => starts === 4);
    expect(starts).toBe(4);
    await server.stop();
  });
});

describe('the watchdog of the lanes', () => {
  let lanes: { database: string; oldestInFlightMs: number; queued: number }[] = [];
  let tokens: (string | undefined)[] = [];
  let operator: Server;
  let end = () => {};
  const restarts: string[] = [];

  beforeEach(async () => {
    operator = createServer((request, answer) => {
      tokens.push(request.headers.authorization);
      answer.end(JSON.stringify(lanes));
    });
    await new Promise<void>((done) => operator.listen(0, '127.0.0.1', done));
    restarts.length = 0;
    tokens = [];
    end = watchLanes({
      operatorUrl: `http://127.0.0.1:${(operator.address() as AddressInfo).port}`,
      operatorToken: 'a-token',
      restartDatabaseServer: async (database) => void restarts.push(database),
    });
  });
  afterEach(() => {
    end();
    operator.close();
  });

  test('leaves a slow write alone', async () => {
    lanes = [{ database: 'qom', oldestInFlightMs: 9_900, queued: 3 }];
    await until(() => tokens.length >= 2);
    expect(restarts).toEqual([]);
    expect(tokens).toEqual(['Bearer a-token', 'Bearer a-token']);
  });

  test('restarts the database server once for a lane that has stood still for ten seconds', async () => {
    lanes = [
      { database: 'qazvin', oldestInFlightMs: 5, queued: 0 },
      { database: 'qom', oldestInFlightMs: 10_001, queued: 3 },
    ];
    await until(() => tokens.length >= 3);
    expect(restarts).toEqual(['qom']);
  });
});

describe('ports', () => {
  test('a taken one is refused with a sentence that names it', async () => {
    const port = await freePort();
    await assertPortFree(port);
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(port, '127.0.0.1', done));
    await expect(assertPortFree(port)).rejects.toThrow(
      `Port ${port} is taken by another program; choose another with --port.`,
    );
    holder.close();
  });
});

test('the configuration of workerd holds no secret and listens outside on the public port alone', () => {
  const text = edgeConfig({
    data: folder,
    built: { api: '/b/api.js', web: '/b/web.js', assets: '/b/assets' },
    publicHost: '0.0.0.0',
    ports: { public: 4380, operator: 5001, tick: 5002, keys: 5003 },
  });
  for (const name of ['DB_TOKEN_JWK', 'DEPLOYMENT_SECRET', 'OPERATOR_TOKEN', 'KEYS_TOKEN'])
    expect(text).toContain(`(name = "${name}", fromEnvironment = "${name}")`);
  expect([...text.matchAll(/address = "([^"]+)"/g)].map(([, address]) => address)).toEqual([
    '127.0.0.1:5003',
    '0.0.0.0:4380',
    '127.0.0.1:5001',
    '127.0.0.1:5002',
  ]);
  expect(text).toContain('allow = ["local"]');
});
