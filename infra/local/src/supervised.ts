import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';

const CALM_MS = 30_000;
const LONGEST_PAUSE_MS = 5_000;

/** A server that is started again whenever it ends by itself. */
export type Supervised = {
  pid: () => number;
  restart: () => Promise<void>;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Keeps one server running until it is stopped; a server that keeps dying is started with growing pauses. */
export async function supervise(
  name: string,
  start: () => Promise<Child>,
  onStart: (pid: number) => void,
  log: (line: string) => void,
): Promise<Supervised> {
  let isStopping = false;
  let child = await start();
  let startedAt = Date.now();
  let pauseMs = 0;
  let coming: Promise<void> | undefined;
  let isAsked = false;
  onStart(child.pid);

  const again = async () => {
    pauseMs = Date.now() - startedAt > CALM_MS ? 0 : Math.min(LONGEST_PAUSE_MS, pauseMs * 2 + 100);
    while (!isStopping) {
      if (pauseMs > 100) await pause(pauseMs);
      if (isStopping) return;
      startedAt = Date.now();
      try {
        child = await start();
        onStart(child.pid);
        watch();
        return;
      } catch (error) {
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2 + 100);
        log(`${name} could not be started again: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const watch = () => {
    void child.exited.then(() => {
      if (isStopping) return;
      if (!isAsked) log(`${name} ended and is started again.`);
      isAsked = false;
      coming = again().finally(() => (coming = undefined));
    });
  };
  const settle = async () => {
    await pause(0);
    await coming;
  };
  const endAnd = async (end: () => Promise<void>) => {
    isAsked = child.isRunning();
    await end();
    await settle();
  };
  watch();
  return {
    pid: () => child.pid,
    restart: () => endAnd(child.stop),
    kill: () => endAnd(child.kill),
    stop: async () => {
      isStopping = true;
      await coming;
      await child.stop();
    },
  };
}
