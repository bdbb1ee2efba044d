import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeDataFolder } from './data-folder.ts';
import { assertStrongDurability, startDatabaseServer } from './database-server.ts';
import { startEdge } from './edge.ts';
import { startKeyServer } from './key-server.ts';
import { BUILT, ROOT } from './places.ts';
import { assertPortFree, freePort } from './ports.ts';
import { keepSecrets } from './secrets.ts';
import { supervise, type Supervised } from './supervised.ts';
import { startTicker } from './ticker.ts';
import { watchLanes } from './watchdog.ts';

/** How one nation is to run on this machine. */
export type NationOptions = {
  data: string;
  /** The public port; a free one when it is left out. */
  port?: number;
  publicHost?: string;
  reset?: boolean;
  /** Whether the minute sweep runs by itself. */
  ticks?: boolean;
  built?: { api: string; web: string; assets: string };
  log?: (line: string) => void;
};

/** A running nation: one database server, one edge, one supervisor. */
export type Nation = {
  url: string;
  data: string;
  operatorToken: string;
  ports: { public: number; operator: number; tick: number; db: number; dbAdmin: number; keys: number };
  databaseServer: Supervised;
  edge: Supervised;
  /** The store of people's keys, which lives in this process. */
  keyServer: { stop: () => void; start: () => Promise<void> };
  stop: () => Promise<void>;
};

const version = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** Starts a nation on a data folder; what had started is stopped again when a later part fails. */
export async function startNation(options: NationOptions): Promise<Nation> {
  const { publicHost = '127.0.0.1', built = BUILT, ticks = true, log = () => undefined } = options;
  if (options.port !== undefined) await assertPortFree(options.port);
  const folder = await takeDataFolder(options.data, options.reset ?? false);
  const endings: (() => unknown)[] = [folder.release];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const { path: data } = folder;
    const { publicKeyFile, deploymentSecret, dbTokenJwk, operatorToken, keysToken } = keepSecrets(data);
    const ports = {
      public: options.port ?? (await freePort()),
      operator: await freePort(),
      tick: await freePort(),
      db: await freePort(),
      dbAdmin: await freePort(),
      keys: await freePort(),
    };
    const pids = new Map<string, number>();
    const note = (name: string) => (pid: number) => {
      pids.set(name, pid);
      folder.noteChildren([...pids.values()]);
    };
    const databaseServer = await supervise(
      'The libSQL server',
      () => startDatabaseServer({ data, port: ports.db, adminPort: ports.dbAdmin, publicKeyFile }),
      note('database'),
      log,
    );
    endings.push(databaseServer.stop);
    await assertStrongDurability(data, ports.dbAdmin);

    const startKeys = () =>
      startKeyServer({ folder: join(data, 'keys'), port: ports.keys, token: keysToken, operatorToken });
    let stopKeys = await startKeys();
    const keyServer = {
      stop: () => stopKeys(),
      start: async () => {
        stopKeys = await startKeys();
      },
    };
    endings.push(keyServer.stop);

    const environment = {
      DB_URL: `http://127.0.0.1:${ports.db}`,
      DB_TOKEN_JWK: JSON.stringify(dbTokenJwk),
      DEPLOYMENT_SECRET: deploymentSecret,
      OPERATOR_TOKEN: operatorToken,
      KEYS_TOKEN: keysToken,
      VERSION: version(),
    };
    const start = () => startEdge({ data, built, publicHost, ports }, environment);
    const edge = await supervise('The web server', start, note('edge'), log);
    endings.push(edge.stop);

    const url = `http://localhost:${ports.public}`;
    const run = join(data, 'run.json');
    writeFileSync(run, `${JSON.stringify({ pid: process.pid, url, operatorToken, ports }, null, 2)}\n`, {
      mode: 0o600,
    });
    endings.push(() => rmSync(run, { force: true }));

    endings.push(
      watchLanes({
        operatorUrl: `http://127.0.0.1:${ports.operator}`,
        operatorToken,
        restartDatabaseServer: async (database, standstillMs) => {
          log(
            `Writes to ${database} stood still for ${Math.round(standstillMs / 1000)} s: the libSQL server is restarted.`,
          );
          await databaseServer.kill();
        },
      }),
    );
    if (ticks) endings.push(startTicker(`http://127.0.0.1:${ports.tick}`, operatorToken, log));
    return { url, data, operatorToken, ports, databaseServer, edge, keyServer, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
