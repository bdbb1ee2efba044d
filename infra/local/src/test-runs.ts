import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './places.ts';
import { runTool } from './run-tool.ts';

/** How many tests passed and failed. */
export type Tally = { passed: number; failed: number };

type Report = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; success: boolean };

/** Runs vitest on this terminal and counts; a run that broke before its tests counts as one failure. */
export async function runVitest(
  name: string,
  args: string[],
  signal: AbortSignal,
  environment: NodeJS.ProcessEnv,
): Promise<Tally> {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `tests-${name}-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool(
    'vitest',
    ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...args],
    signal,
    environment,
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const broken = code !== 0 && report.numFailedTests === 0 ? 1 : 0;
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
