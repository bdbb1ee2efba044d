import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 5_000;
const LOG_BYTES = 20_000_000;
const LEASH = '/usr/bin/setpriv';

/** A server started by the supervisor, in its own process group so that Ctrl-C reaches the supervisor alone. */
export type Child = {
  pid: number;
  isRunning: () => boolean;
  exited: Promise<void>;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
};

/** Where a server's output goes. One older file is kept when it grows. */
function openLog(file: string) {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.old`);
  return createWriteStream(file, { flags: 'a' });
}

/** Starts a server whose output goes to a log file; on Linux it cannot outlive the supervisor. */
export function startChild(command: string, args: string[], env: NodeJS.ProcessEnv, logFile: string): Child {
  const leashed = process.platform === 'linux' && existsSync(LEASH);
  const process_: ChildProcess = spawn(
    leashed ? LEASH : command,
    leashed ? ['--pdeathsig', 'KILL', '--', command, ...args] : args,
    { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = openLog(logFile);
  process_.stdout?.pipe(log, { end: false });
  process_.stderr?.pipe(log, { end: false });
  let running = true;
  const exited = once(process_, 'exit').then(
    () => void (running = false),
    () => void (running = false),
  );
  void exited.then(() => log.end());
  const end = async (signal: NodeJS.Signals) => {
    if (!running) return;
    process_.kill(signal);
    const gone = await Promise.race([exited.then(() => true), pause(PATIENCE_MS, false, { ref: false })]);
    if (!gone) process_.kill('SIGKILL');
    await exited;
  };
  return {
    pid: process_.pid ?? 0,
    isRunning: () => running,
    exited,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
