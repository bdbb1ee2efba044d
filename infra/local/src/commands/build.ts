import { build } from '../builds.ts';
import { runCommand } from '../fault.ts';
import { untilTold } from '../signals.ts';

/** `npm run build`: web and API, when something changed. */
await runCommand(() => build(untilTold(), console.log));
