import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { Fault } from './fault.ts';

/** The repository's top folder. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** Where caches that may be deleted at any time lie. */
export const CACHE = join(ROOT, 'node_modules/.cache/mahalleh');

/** What the builds leave and workerd runs. */
export const BUILT = {
  api: join(ROOT, 'apps/api/dist/index.js'),
  web: join(ROOT, 'apps/web/dist/worker.js'),
  assets: join(ROOT, 'apps/web/.svelte-kit/cloudflare'),
} as const;

/** The operator's command line. */
export const DESK = join(ROOT, 'apps/desk/src/main.ts');

/** A tool's executable in the workspace. */
export const tool = (name: string): string => join(ROOT, 'node_modules/.bin', name);

/** The libSQL server's executable for this machine. Fails: with one sentence when the platform has none. */
export function libsqlServer(): string {
  try {
    const manifest = createRequire(join(ROOT, 'package.json')).resolve(
      `@sqld/${process.platform}-${process.arch}/package.json`,
    );
    return join(dirname(manifest), 'sqld');
  } catch {
    throw new Fault(`There is no libSQL server for ${process.platform}-${process.arch} in this installation.`);
  }
}

/** The workerd executable for this machine. */
export function workerdServer(): string {
  const path: unknown = createRequire(import.meta.url)('workerd').default;
  if (typeof path !== 'string' || !existsSync(path)) throw new Fault('workerd is missing from this installation.');
  return path;
}

/** The environment in which Turborepo finds what it runs scripts with, and speaks to nobody. */
export const TURBO_ENVIRONMENT = {
  ...process.env,
  PATH: [join(ROOT, 'infra/local/bin'), join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
};
