import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { context } from 'esbuild';
import { runCommand } from '../fault.ts';
import { startNation, type Nation } from '../nation.ts';
import { CACHE, ROOT } from '../places.ts';
import { assertPortFree } from '../ports.ts';
import { prepareData, samplePassword } from '../sample.ts';
import { untilTold } from '../signals.ts';
import { readStartOptions, USAGE } from '../start-options.ts';
import { workerBundle } from '../worker-bundle.ts';

const DEBOUNCE_MS = 100;

/** Pages by vite with hot reload on the public port, the API rebuilt and restarted at each change behind it. */
await runCommand(async () => {
  const options = readStartOptions(process.argv.slice(2));
  if (!options) return console.log(USAGE.replace('npm start', 'npm run dev'));
  const signal = untilTold();
  const data = resolve(options.data);
  await assertPortFree(options.port);
  mkdirSync(CACHE, { recursive: true });
  const api = join(CACHE, 'dev-api.js');

  let nation: Nation | undefined;
  let timer: NodeJS.Timeout | undefined;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void nation?.edge.restart().then(() => console.log('API reloaded.')), DEBOUNCE_MS);
  };
  const bundle = await context({
    ...workerBundle(join(ROOT, 'apps/api/src/index.ts'), api),
    minify: false,
    sourcemap: 'inline',
    plugins: [
      { name: 'restart', setup: ({ onEnd }) => onEnd(({ errors }) => (errors.length === 0 ? restart() : undefined)) },
    ],
  });
  await bundle.rebuild();
  const web = join(import.meta.dirname, '../workers/api-alone.js');
  nation = await startNation({ data, reset: options.reset, built: { api, web, assets: CACHE }, log: console.log });
  try {
    const password = samplePassword(data, process.env['SAMPLE_PASSWORD']);
    await prepareData(data, options, password, signal);
    await bundle.watch();
    const vite = spawn(
      join(ROOT, 'apps/web/node_modules/.bin/vite'),
      ['dev', '--port', String(options.port), '--strictPort'],
      {
        cwd: join(ROOT, 'apps/web'),
        stdio: 'inherit',
        env: { ...process.env, API_ORIGIN: `http://127.0.0.1:${nation.ports.public}` },
      },
    );
    console.log(`Password of the sample accounts: ${password}`);
    const end = () => vite.kill('SIGTERM');
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    await once(vite, 'exit');
  } finally {
    clearTimeout(timer);
    await bundle.dispose();
    await nation.stop();
  }
});
