import { runCommand } from '../fault.ts';
import { runTool } from '../run-tool.ts';
import { untilTold } from '../signals.ts';

/** `npm run format`: lays out every file, or those named, as the check expects. */
await runCommand(() => {
  const named = process.argv.slice(2);
  return runTool('oxfmt', named.length > 0 ? named : ['.'], untilTold());
});
