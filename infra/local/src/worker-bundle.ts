import type { BuildOptions } from 'esbuild';

/** How a Worker becomes one file that workerd and Cloudflare run alike. */
export const workerBundle = (entry: string, outfile: string): BuildOptions & { metafile: true } => ({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: 'es2024',
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['workerd', 'worker', 'browser', 'import', 'default'],
  external: ['cloudflare:*', 'node:*'],
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
