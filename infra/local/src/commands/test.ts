import { build } from '../builds.ts';
import { ensureChromium } from '../chromium.ts';
import { runCommand } from '../fault.ts';
import { untilTold } from '../signals.ts';
import { runVitest } from '../test-runs.ts';

/** `npm test`: builds, runs every kind of test, or those whose path holds a given word, and ends with `N passed, N failed`. */
await runCommand(async () => {
  const signal = untilTold();
  await build(signal, console.log);
  const chromium = await ensureChromium(console.log);
  const named = process.argv.slice(2);
  const only = named.length > 0 ? [...named, '--passWithNoTests'] : [];
  let passed = 0;
  let failed = 0;
  for (const project of ['unit', 'server', 'journeys']) {
    if (signal.aborted) return 130;
    console.log(`\n${project}`);
    const tally = await runVitest(project, ['--project', project, ...only], signal, {
      CHROMIUM: chromium,
    });
    passed += tally.passed;
    failed += tally.failed;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
