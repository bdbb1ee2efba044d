import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Fault } from './fault.ts';
import { ROOT, tool, TURBO_ENVIRONMENT } from './places.ts';

/** Builds web and API; what has not changed is taken from the cache. Fails: with the build's own output. */
export async function build(signal: AbortSignal, log: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  const child = spawn(tool('turbo'), ['run', 'build', '--output-logs=errors-only', '--no-update-notifier'], {
    cwd: ROOT,
    env: TURBO_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', end);
  if (signal.aborted) return;
  if (code !== 0) throw new Fault(`${output}\nThe build did not succeed; its output is above.`);
  const isCached = output.includes('FULL TURBO');
  log(isCached ? 'Built before, nothing changed.' : `Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}
