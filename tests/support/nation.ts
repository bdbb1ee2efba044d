import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desk as runDesk, type DeskResult } from '@mahalleh/local/desk';
import { startNation as start, type Nation } from '@mahalleh/local/nation';
import { CACHE, ROOT } from '@mahalleh/local/places';

/** The password of every sample account in the nations that tests start. */
export const TEST_PASSWORD = 'a-sample-password-for-tests';

/** What a test's nation is to hold. */
export type TestNationOptions = {
  sample?: 'none' | 'nation';
  /** The provinces there are; all 31 when it is left out and a sample is asked for. */
  provinces?: readonly string[];
  /** Whether the minute sweep runs by itself. */
  ticks?: boolean;
};

/** A whole small nation on its own ports and in its own temporary folder. */
export type TestNation = {
  url: string;
  data: string;
  operator: { url: string; token: string };
  databaseServer: Nation['databaseServer'] & { url: string; adminUrl: string };
  edge: Nation['edge'];
  keyServer: Nation['keyServer'];
  desk: (...args: string[]) => Promise<DeskResult>;
  stop: () => Promise<void>;
};

const STALE_MS = 2 * 60 * 60_000;
const SOURCES = ['packages', 'apps/api', 'apps/desk', 'infra/migrations'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'test', 'README.md', 'face']);

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter(({ name }) => !NOT_SOURCES.has(name))
        .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    : [];

const keyOf = (sample: string, provinces: readonly string[] | undefined): string => {
  const hash = createHash('sha256').update(JSON.stringify([sample, provinces ?? 'all']));
  for (const file of SOURCES.flatMap((folder) => filesBelow(join(ROOT, folder))).toSorted())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

async function runOrThrow(args: string[], data: string): Promise<void> {
  const { code, stdout, stderr } = await runDesk(args, data, { SAMPLE_PASSWORD: TEST_PASSWORD });
  if (code !== 0) throw new Error(`desk ${args.join(' ')} ended with ${code}\n${stdout}\n${stderr}`);
}

/** A prepared data folder, made once for one state of the sources and copied for each nation. */
export async function prepared(sample: 'none' | 'nation', provinces: readonly string[] | undefined): Promise<string> {
  const shelf = join(CACHE, 'nations');
  const place = join(shelf, `${sample}-${provinces?.join('+') ?? 'all'}-${keyOf(sample, provinces)}`);
  if (existsSync(place)) return place;
  mkdirSync(shelf, { recursive: true });
  for (const old of readdirSync(shelf).map((name) => join(shelf, name)))
    if (Date.now() - statSync(old).mtimeMs > STALE_MS) rmSync(old, { recursive: true, force: true });
  const data = mkdtempSync(join(tmpdir(), 'mahalleh-'));
  const nation = await start({ data, ticks: false });
  try {
    await runOrThrow(['migrate'], data);
    const named = provinces ?? (sample === 'none' ? [] : ['--all']);
    if (named.length > 0) await runOrThrow(['provision', ...named], data);
    const only = provinces ? ['--province', provinces.join(',')] : [];
    if (sample !== 'none') await runOrThrow(['seed', '--sample', sample, ...only], data);
  } finally {
    await nation.stop();
  }
  const part = `${place}.part-${process.pid}`;
  cpSync(data, part, { recursive: true });
  rmSync(data, { recursive: true, force: true });
  try {
    renameSync(part, place);
  } catch {
    // Another run made the same one meanwhile; theirs is as good.
    rmSync(part, { recursive: true, force: true });
  }
  return place;
}

/** Starts a nation on a data folder, which stays when it is stopped. */
export async function openNation(data: string, ticks = false): Promise<TestNation> {
  const nation = await start({ data, ticks });
  const { ports, operatorToken, databaseServer, edge, keyServer } = nation;
  return {
    url: nation.url,
    data,
    operator: { url: `http://127.0.0.1:${ports.operator}`, token: operatorToken },
    databaseServer: {
      ...databaseServer,
      url: `http://127.0.0.1:${ports.db}`,
      adminUrl: `http://127.0.0.1:${ports.dbAdmin}`,
    },
    edge,
    keyServer,
    desk: (...args) => runDesk(args, data, { SAMPLE_PASSWORD: TEST_PASSWORD }),
    stop: nation.stop,
  };
}

/** Starts a nation for a test: the built Workers, a real libSQL server, and what was asked for in its databases. */
export async function startNation({
  sample = 'none',
  provinces,
  ticks = false,
}: TestNationOptions = {}): Promise<TestNation> {
  const source = await prepared(sample, provinces);
  const data = mkdtempSync(join(tmpdir(), 'mahalleh-'));
  cpSync(source, data, { recursive: true });
  const nation = await openNation(data, ticks);
  return {
    ...nation,
    stop: async () => {
      await nation.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
