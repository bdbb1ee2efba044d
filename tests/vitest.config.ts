import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { webModules } from './support/web-modules.ts';

const root = new URL('..', import.meta.url).pathname;

/** After so long a test hangs. No test fails on a time: how fast a machine is today says nothing of the code. */
const HANGS_MS = 600_000;

/** How many files run at once; a test often waits, so two do even on a small machine. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/** The three kinds of tests: without servers, against the built Workers and a real libSQL server, and in a browser. */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        extends: true,
        plugins: [webModules()],
        test: {
          name: 'unit',
          include: [
            'packages/**/test/**/*.test.ts',
            'apps/*/test/**/*.test.ts',
            'infra/*/test/**/*.test.ts',
            'tests/{architecture,access}/**/*.test.ts',
          ],
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/{architecture,access,bench}/**'],
          fileParallelism: false,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          // A journey mostly waits, for a page or a letter: two go side by side.
          maxWorkers: 2,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
    ],
  },
});
