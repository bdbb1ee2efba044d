/**
 * The door of every npm script, in plain JavaScript that Node 18 runs: it installs what the lockfile names when that
 * is missing, then hands over to the command of the same name under the workspace's own Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const PNPM = 'pnpm@12.21.0';
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64'];
const OLDEST_NODE = [22, 18];

const say = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const isInstalled = () => {
  const stamp = join(ROOT, 'node_modules/.modules.yaml');
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(ROOT, 'pnpm-lock.yaml')).mtimeMs - 2_000;
};

/** The Node the lockfile brings; where its registry has none (macOS), the system's, if it runs TypeScript. */
const workspaceNode = () => {
  const own = join(ROOT, 'node_modules/.bin/node');
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  return say(`This machine needs Node ${OLDEST_NODE.join('.')} or newer; it has ${process.versions.node}.`);
};

const platform = `${process.platform}-${process.arch}`;
if (!PLATFORMS.includes(platform))
  say(`Mahalleh does not run on ${platform}: the libSQL server exists for ${PLATFORMS.join(', ')}.`);

if (!isInstalled()) {
  process.stdout.write('Installing what the lockfile names …\n');
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const install = spawnSync(npx, ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
  });
  if (install.status !== 0) {
    process.stderr.write(`${install.stdout ?? ''}${install.stderr ?? ''}`);
    say('The installation did not succeed; its last lines above say why.');
  }
}

const [command = 'start', ...rest] = process.argv.slice(2);
const child = spawn(workspaceNode(), [join(HERE, 'src/commands', `${command}.ts`), ...rest], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    NODE_NO_WARNINGS: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    WRANGLER_SEND_METRICS: 'false',
  },
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

// npm does not always pass a signal on: a vanished parent is one too.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) child.kill('SIGTERM');
}, 300).unref();

child.on('error', () => say('The workspace’s own Node could not be started.'));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
