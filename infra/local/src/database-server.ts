import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child } from './child.ts';
import { Fault } from './fault.ts';
import { libsqlServer } from './places.ts';

const READY_MS = 20_000;
/** Above the 31 provinces and the nation: beyond the limit sqld answers "doesn't exist" for what does. */
const ACTIVE_NAMESPACES = 200;
/** Each lane keeps two open, and what pages ask comes on top; the server's own limit is 128. */
const CONNECTIONS = 512;

/** Where a libSQL server lies and listens. */
export type DatabaseServerOptions = { data: string; port: number; adminPort: number; publicKeyFile: string };

/** Starts the libSQL server and returns once it answers. Fails: when it does not within twenty seconds. */
export async function startDatabaseServer({
  data,
  port,
  adminPort,
  publicKeyFile,
}: DatabaseServerOptions): Promise<Child> {
  const child = startChild(
    libsqlServer(),
    [
      ...['-d', join(data, 'libsql')],
      ...['--http-listen-addr', `127.0.0.1:${port}`],
      ...['--admin-listen-addr', `127.0.0.1:${adminPort}`],
      ...['--auth-jwt-key-file', publicKeyFile],
      ...['--max-active-namespaces', String(ACTIVE_NAMESPACES)],
      ...['--max-concurrent-connections', String(CONNECTIONS)],
      ...['--shutdown-timeout', '4'],
      ...['--enable-namespaces', '--disable-default-namespace', '--no-welcome'],
    ],
    { PATH: process.env['PATH'], RUST_LOG: 'warn' },
    join(data, 'logs/libsql.log'),
  );
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.isRunning()) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return child;
    await pause(30);
  }
  await child.kill();
  throw new Fault(`The libSQL server did not start; ${join(data, 'logs/libsql.log')} says why.`);
}

/** The databases that lie in a data folder. */
export const namespacesIn = (data: string): string[] => {
  const folder = join(data, 'libsql/dbs');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

/**
 * Sees to it that every database confirms a write only when it is on the disk.
 * Fails: when one cannot be made to.
 */
export async function assertStrongDurability(data: string, adminPort: number): Promise<void> {
  for (const namespace of namespacesIn(data)) {
    const url = `http://127.0.0.1:${adminPort}/v1/namespaces/${namespace}/config`;
    const read = async (): Promise<Record<string, unknown> | undefined> => {
      const answer = await fetch(url);
      return answer.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
    };
    const config = await read();
    if (!config || config['durability_mode'] === 'strong') continue;
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body: JSON.stringify({ ...config, durability_mode: 'strong' }) });
    if ((await read())?.['durability_mode'] !== 'strong')
      throw new Fault(`The database ${namespace} does not run with strong durability, so nothing was started.`);
  }
}
