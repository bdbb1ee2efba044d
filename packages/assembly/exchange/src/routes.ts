import { ask, post } from '@mahalleh/http';
import { dryRunImport } from './dry-run-import.ts';
import { inspectImport } from './inspect-import.ts';
import { runImport } from './run-import.ts';

const bytes = new TextEncoder().encode('نام,شهرستان\nراه‌آهن,قزوین\n');

/** Where files come in. The file is the body; `kind` and `mapping` are in the query string. It is sent again for each step. */
export const exchangeRoutes = [
  ask('/imports/inspect', inspectImport, { body: 'bytes', example: { kind: 'units', bytes } }),
  ask('/imports/dry-run', dryRunImport, { body: 'bytes', example: { kind: 'units', bytes } }),
  post('/imports/run', runImport, { body: 'bytes', example: { kind: 'units', bytes } }),
] as const;
