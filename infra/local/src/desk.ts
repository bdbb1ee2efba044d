import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DESK, ROOT, tool } from './places.ts';

/** What a desk command ended with. */
export type DeskResult = { code: number; stdout: string; stderr: string };

/** Runs a desk command on a running nation and keeps what it said. */
export async function desk(args: string[], data: string, environment: NodeJS.ProcessEnv = {}): Promise<DeskResult> {
  const child = spawn(tool('node'), [DESK, ...args, '--data', data], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, stdout, stderr };
}

/** Runs a desk command with its progress on this terminal; the signal ends it. Returns its exit code. */
export async function deskAloud(
  args: string[],
  data: string,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(tool('node'), [DESK, ...args, '--data', data], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
    detached: true,
  });
  const end = () => child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  const [code] = (await once(child, 'exit')) as [number | null];
  signal.removeEventListener('abort', end);
  return code ?? 1;
}
