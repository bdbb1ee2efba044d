import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from './fault.ts';

const LOCK = 'lock';
/** What a start that was broken off at its beginning leaves. */
const BEGINNINGS = [LOCK, 'libsql', 'blobs', 'keys', 'logs', 'secrets.json', 'db-public.pem'];

/** A data folder that this process alone holds until it lets go. */
export type DataFolder = { path: string; noteChildren: (pids: number[]) => void; release: () => void };

/** A process named so that a later one with the same number is another: its number and, on Linux, when it began. */
const nameOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid}:${stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''}`;
  } catch {
    return `${pid}:`;
  }
};

const pidOf = (name: string): number => Number(name.split(':')[0]);

const isAlive = (name: string): boolean => {
  if (nameOf(pidOf(name)) !== name) return false;
  try {
    process.kill(pidOf(name), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** Servers whose supervisor was killed would go on writing: they end before anything else opens the same files. */
async function endOrphans(names: string[]): Promise<void> {
  const orphans = names.filter(isAlive);
  for (const name of orphans) process.kill(pidOf(name), 'SIGKILL');
  while (orphans.some(isAlive)) await pause(50);
}

const readLock = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).filter(Boolean) : [];

const writeLock = (file: string, pids: number[], flag: 'w' | 'wx'): void =>
  writeFileSync(file, `${pids.map(nameOf).join('\n')}\n`, { mode: 0o600, flag });

/** One folder after the other: Node's recursive form never returns where the file system refuses (as /proc does). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** Whether a live process holds this data folder. */
export const isHeld = (path: string): boolean => {
  const [holder] = readLock(join(resolve(path), LOCK));
  return holder !== undefined && isAlive(holder);
};

/**
 * Takes the data folder, made when it is not there.
 * Fails: with one sentence when another start holds it, when rights are missing, or when a reset would delete what is not ours.
 */
export async function takeDataFolder(folder: string, reset: boolean): Promise<DataFolder> {
  const path = resolve(folder);
  const lock = join(path, LOCK);
  try {
    makeFolder(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Fault(`This user may not write to the data folder ${path}; choose another with --data.`);
  }
  const [holder, ...children] = readLock(lock);
  if (holder !== undefined && isAlive(holder))
    throw new Fault(
      `The data in ${path} is already in use by a running start (process ${pidOf(holder)}); stop that one first.`,
    );
  await endOrphans(children);
  if (reset) {
    const names = readdirSync(path);
    const isOurs = names.includes('db-public.pem') || names.every((name) => BEGINNINGS.includes(name));
    if (!isOurs) throw new Fault(`${path} does not look like a data folder of Mahalleh; nothing was deleted.`);
    for (const name of names) rmSync(join(path, name), { recursive: true, force: true });
  }
  rmSync(lock, { force: true });
  try {
    writeLock(lock, [process.pid], 'wx');
  } catch {
    throw new Fault(`The data in ${path} was taken by another start at the same moment.`);
  }
  for (const name of ['libsql', 'blobs', 'logs']) mkdirSync(join(path, name), { recursive: true });
  return {
    path,
    noteChildren: (pids) => writeLock(lock, [process.pid, ...pids], 'w'),
    release: () => rmSync(lock, { force: true }),
  };
}
