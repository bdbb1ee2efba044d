import { runCommand } from '../fault.ts';
import { OXFMT, TYPESCRIPT } from '../formatting.ts';
import { runTool } from '../run-tool.ts';
import { untilTold } from '../signals.ts';

/** `npm run format`: lays out every file, or those named, as the check expects. */
await runCommand(async () => {
  const named = process.argv.slice(2);
  const signal = untilTold();
  const typescript = named.filter((path) => path.endsWith('.ts'));
  const rest = named.filter((path) => !path.endsWith('.ts'));
  const ofTypescript =
    named.length > 0 && typescript.length === 0
      ? 0
      : await runTool('oxfmt', named.length > 0 ? [...OXFMT, ...typescript] : TYPESCRIPT, signal);
  if (ofTypescript !== 0 || (named.length > 0 && rest.length === 0)) return ofTypescript;
  return runTool('prettier', ['--write', '--log-level', 'warn', ...(named.length > 0 ? rest : ['.'])], signal);
});
