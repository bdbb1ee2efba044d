import { runCommand } from '../fault.ts';
import { DESK } from '../places.ts';
import { runTool } from '../run-tool.ts';
import { untilTold } from '../signals.ts';

/** `npm run desk -- …`: the operator's command line. */
await runCommand(() => runTool('node', [DESK, ...process.argv.slice(2)], untilTold()));
