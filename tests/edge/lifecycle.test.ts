import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '@mahalleh/local/places';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let data = '';
let outer: Run[] = [];

type Run = {
  process: ChildProcess;
  text: () => string;
  until: (pattern: RegExp) => Promise<void>;
  code: Promise<number | null>;
};

const start = (...args: string[]): Run => {
  const child = spawn('npm', ['start', '--', '--data', data, '--sample', 'none', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = once(child, 'close').then(([value]) => value as number | null);
  const until = async (pattern: RegExp) => {
    const deadline = Date.now() + 600_000;
    while (!pattern.test(said)) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error(`never said ${pattern}:\n${said}`);
      await pause(50);
    }
  };
  const run = { process: child, text: () => said, until, code };
  outer.push(run);
  return run;
};

/** Every live process that names the data folder in its command line. */
const processesOnData = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return command.includes(data) ? [command] : [];
      } catch {
        return [];
      }
    });

const eventuallyNone = async () => {
  for (let tries = 0; tries < 2_000 && processesOnData().length > 0; tries += 1) await pause(50);
  return processesOnData();
};

const freePort = async (): Promise<{ port: number; release: () => void }> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, release: () => server.close() };
};

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'mahalleh-life-'));
});
afterEach(async () => {
  for (const { process: child, code } of outer) {
    child.kill('SIGTERM');
    await code;
  }
  outer = [];
  expect(await eventuallyNone()).toEqual([]);
  rmSync(data, { recursive: true, force: true });
});

describe('npm start', () => {
  test('serves, refuses a second start on the same data, and leaves no process after SIGTERM to npm alone', async () => {
    const { port, release } = await freePort();
    release();
    const first = start('--port', String(port));
    await first.until(/Mahalleh is open/);
    expect(processesOnData().some((command) => command.includes('sqld'))).toBe(true);
    expect(processesOnData().some((command) => command.includes('workerd'))).toBe(true);
    const health = await fetch(`http://localhost:${port}/api/v1/health`);
    expect(health.status).toBe(200);

    const second = start('--port', '59999');
    expect(await second.code).toBe(1);
    expect(second.text()).toMatch(/already in use by a running start/);
    expect((await fetch(`http://localhost:${port}/api/v1/health`)).status).toBe(200);

    process.kill(first.process.pid ?? 0, 'SIGTERM');
    await first.code;
    expect(await eventuallyNone()).toEqual([]);
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
  });

  test('stops on Ctrl-C, which the whole process group hears', async () => {
    const { port, release } = await freePort();
    release();
    const run = start('--port', String(port));
    await run.until(/Mahalleh is open/);
    process.kill(-(run.process.pid ?? 0), 'SIGINT');
    await run.code;
    expect(await eventuallyNone()).toEqual([]);
  });

  test('says in one sentence that the port is taken', async () => {
    const { port, release } = await freePort();
    const run = start('--port', String(port));
    expect(await run.code).toBe(1);
    expect(run.text()).toContain(`Port ${port} is taken by another program; choose another with --port.`);
    expect(run.text()).not.toMatch(/\n\s+at /);
    release();
  });
});
