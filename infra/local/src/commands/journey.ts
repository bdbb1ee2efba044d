import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../builds.ts';
import { ensureChromium } from '../chromium.ts';
import { Fault, runCommand } from '../fault.ts';
import { ROOT } from '../places.ts';
import { untilTold } from '../signals.ts';
import { runVitest } from '../test-runs.ts';

/** `npm run journey -- NAME`: one browser journey alone. */
await runCommand(async () => {
  const folder = join(ROOT, 'tests/journeys');
  const known = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.journey.ts')) : [];
  const [name, ...rest] = process.argv.slice(2);
  const file = known.find((candidate) => candidate === `${name}.journey.ts`);
  if (!file)
    throw new Fault(
      `npm run journey -- NAME, where NAME is one of: ${known.map((each) => each.replace('.journey.ts', '')).join(', ')}.`,
    );
  const signal = untilTold();
  await build(signal, console.log);
  const environment = { CHROMIUM: await ensureChromium(console.log) };
  const tally = await runVitest(
    'journey',
    ['--project', 'journeys', `tests/journeys/${file}`, ...rest],
    signal,
    environment,
  );
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
});
