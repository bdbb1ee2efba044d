/** Bundles one Worker into one file: `node bundle.ts ENTRY OUT`. Its metafile lies beside it for the size test. */
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const [entry, outfile] = process.argv.slice(2);
if (!entry || !outfile) throw new Error('node bundle.ts ENTRY OUT');

const { metafile } = await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  keepNames: true,
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
writeFileSync(`${outfile}.meta.json`, JSON.stringify(metafile));
