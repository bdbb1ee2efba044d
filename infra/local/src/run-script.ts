import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './builds.ts';
import { Fault } from './fault.ts';
import { ROOT } from './places.ts';
import { runTool } from './run-tool.ts';
import { untilTold } from './signals.ts';

/** Builds, then runs one script of a folder by its name (`npm run bench -- api`). Fails: with the names there are. */
export async function runScript(command: string, folder: string, ending: string): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  const path = join(ROOT, folder);
  const known = (existsSync(path) ? readdirSync(path) : []).filter((file) => file.endsWith(ending));
  const file = known.find((candidate) => candidate === `${name}${ending}`);
  if (!file)
    throw new Fault(
      `npm run ${command} -- NAME, where NAME is one of: ${known.map((each) => each.slice(0, -ending.length)).join(', ')}.`,
    );
  const signal = untilTold();
  await build(signal, console.log);
  return signal.aborted ? 130 : runTool('node', [join(path, file), ...rest], signal);
}
