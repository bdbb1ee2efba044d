/** Bundles one Worker into one file: `node bundle.ts ENTRY OUT`. Its metafile lies beside it for the size test. */
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { workerBundle } from './worker-bundle.ts';

const [entry, outfile] = process.argv.slice(2);
if (!entry || !outfile) throw new Error('node bundle.ts ENTRY OUT');

const { metafile } = await build(workerBundle(entry, outfile));
writeFileSync(`${outfile}.meta.json`, JSON.stringify(metafile));
