import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { startChild } from '@mahalleh/local/child';
import { edgeConfig } from '@mahalleh/local/edge-config';
import { BUILT, workerdServer } from '@mahalleh/local/places';
import { freePort } from '@mahalleh/local/ports';

/** One workerd with the product's API and the bare handlers, each on a port of its own. */
export type SideBySide = { api: string; bare: string; operator: string; stop: () => Promise<void> };

/** Starts it over a database server that runs already. */
export const startSideBySide = async (folder: string, environment: Record<string, string>): Promise<SideBySide> => {
  mkdirSync(join(folder, 'edge'), { recursive: true });
  mkdirSync(join(folder, 'blobs'), { recursive: true });
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const bareFile = join(folder, 'edge/bare.js');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'bare.ts')],
    outfile: bareFile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'warning',
  });
  const ports = {
    public: await freePort(),
    operator: await freePort(),
    tick: await freePort(),
    keys: await freePort(),
  };
  const [api, bare] = [await freePort(), await freePort()];
  const text = edgeConfig({ data: folder, built: BUILT, publicHost: '127.0.0.1', ports })
    .replace(
      '  services = [',
      `  services = [\n    (name = "bare", worker = (modules = [(name = "bare.js", esModule = embed "bare.js")], compatibilityDate = "2026-07-01", bindings = [(name = "LIST_BODY", fromEnvironment = "LIST_BODY")], cacheApiOutbound = "no-cache")),`,
    )
    .replace(
      '  sockets = [',
      `  sockets = [\n    (name = "api", address = "127.0.0.1:${api}", http = (), service = "api"),\n    (name = "bare", address = "127.0.0.1:${bare}", http = (), service = "bare"),`,
    );
  const config = join(folder, 'edge/side-by-side.capnp');
  writeFileSync(config, text);
  const child = startChild(
    workerdServer(),
    ['serve', config],
    { PATH: process.env['PATH'], ...environment },
    join(folder, 'logs/edge.log'),
  );
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(`http://127.0.0.1:${api}/api/v1/health`).catch(() => undefined);
    if (answer?.ok)
      return {
        api: `http://127.0.0.1:${api}`,
        bare: `http://127.0.0.1:${bare}`,
        operator: `http://127.0.0.1:${ports.operator}`,
        stop: child.stop,
      };
    await pause(50);
  }
  await child.kill();
  throw new Error(`workerd did not start; see ${folder}/logs/edge.log`);
};
