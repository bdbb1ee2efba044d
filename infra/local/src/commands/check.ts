import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { CACHE, ROOT, tool, TURBO_ENVIRONMENT } from '../places.ts';
import { runCommand } from '../fault.ts';

const turboCheck = (packages: string) => [
  'run',
  'check',
  `--filter=${packages}`,
  '--output-logs=errors-only',
  '--no-update-notifier',
  '--concurrency=1',
];

/** What `npm run check` looks at, the longest first; every tool keeps what it knows of unchanged files. */
const LOOKS: { name: string; tool: string; args: string[] }[] = [
  { name: 'pages', tool: 'turbo', args: turboCheck('@mahalleh/web') },
  { name: 'types', tool: 'tsc', args: ['-p', 'tests/tsconfig.json', '--pretty', 'false', '--singleThreaded'] },
  { name: 'edge and face', tool: 'turbo', args: turboCheck('!@mahalleh/web') },
  { name: 'format', tool: 'oxfmt', args: ['--check', '.'] },
  {
    name: 'architecture',
    tool: 'vitest',
    args: ['run', '--config', 'tests/vitest.config.ts', '--project', 'unit', '--reporter=dot', 'tests/architecture'],
  },
  {
    name: 'dead code',
    tool: 'knip',
    args: ['--config', '.knip.json', '--cache', '--cache-location', `${CACHE}/knip`, '--no-progress'],
  },
  { name: 'lint', tool: 'oxlint', args: ['--deny-warnings', '--quiet'] },
];
const AT_ONCE = 2;

async function look({ name, tool: command, args }: (typeof LOOKS)[number]): Promise<boolean> {
  const startedAt = Date.now();
  const child = spawn(tool(command), args, { cwd: ROOT, env: TURBO_ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)\n${output.trim()}\n`);
  return code === 0;
}

/** `npm run check`: format, lint, types, architecture and dead code; no build, no database. */
await runCommand(async () => {
  mkdirSync(CACHE, { recursive: true });
  const startedAt = Date.now();
  const queue = [...LOOKS];
  const passed: boolean[] = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) passed.push(await look(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const failed = passed.filter((ok) => !ok).length;
  console.log(
    `${failed === 0 ? 'Everything passes' : `${failed} of ${LOOKS.length} do not pass`} (${Math.round((Date.now() - startedAt) / 1000)} s).`,
  );
  return failed === 0 ? 0 : 1;
});
