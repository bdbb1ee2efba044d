import { defineConfig } from 'vitest/config';
import { webModules } from './support/web-modules.ts';

const root = new URL('..', import.meta.url).pathname;

/** The three kinds of tests: without servers, against the built Workers and a real libSQL server, and in a browser. */
export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
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
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/{architecture,access,bench}/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
