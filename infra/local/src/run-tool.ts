import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT, tool } from './places.ts';

/** Runs a workspace tool on this terminal and returns its exit code; the signal ends it. */
export async function runTool(
  name: string,
  args: string[],
  signal: AbortSignal,
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  const child = spawn(tool(name), args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...environment } });
  const end = () => child.kill('SIGTERM');
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  const [code] = (await once(child, 'exit')) as [number | null];
  signal.removeEventListener('abort', end);
  return code ?? 1;
}
