import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/** What every page loads, the sign-in too: Svelte, the kit, and what a form is made of. */
const DOOR = [
  /node_modules\/(\.pnpm\/[^/]+\/node_modules\/)?(svelte|@sveltejs\/kit|devalue|uuid|clsx)\//,
  /lucide\/svelte\/dist\/(Icon|utils|aliases|context)/,
  /face\/ui\/src\/(fields\/(FormErrors|FieldFrame|TextField)|content\/(Button|StatusShape)|feedback\/(ToastRegion|toasts|ErrorState|OfflineStrip)|texts|context)/,
  /lib\/(form\/(CommandForm|typed-early|filled)|shell\/(Preferences|FlashToast)|query|paraglide\/runtime|workspace\/address)/,
];
/** What so many entries share comes in one piece. */
const COMMON = 46;
/** What forms are made of: a page that has some has most. */
const FORMS = { test: /face\/ui\/src\/fields\/|lib\/(records|choice)\//, minShareCount: 3 };
/** Seven signs of a digest tell the pieces of a build apart; the first script of every page names them all. */
const shortNames = (names: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) =>
      typeof name === 'string'
        ? [[key, name.replace(/(assets\/)\[name\]\.(?=\[hash\])/, '$1').replace('[hash]', '[hash:7]')]]
        : [],
    ),
  );

/**
 * Few pieces instead of many small ones: together they pack better, and their names, which every page loads first, are
 * fewer. tests/edge/sizes.test.ts weighs the outcome.
 */
const fewPieces = (): Plugin => ({
  name: 'few-pieces',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  outputOptions: ({ entryFileNames, chunkFileNames, assetFileNames, ...options }) => ({
    ...options,
    ...shortNames({ entryFileNames, chunkFileNames, assetFileNames }),
    codeSplitting: {
      groups: [
        { name: 'door', test: (id) => DOOR.some((part) => part.test(id)), priority: 2 },
        { name: 'common', minShareCount: COMMON, priority: 1 },
        { name: 'forms', ...FORMS, priority: 0 },
      ],
    },
  }),
});

const apiOrigin = process.env['API_ORIGIN'];

export default defineConfig(({ command }) => ({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['cookie', 'baseLocale'],
      cookieName: 'locale',
      disableAsyncLocalStorage: false,
    }),
    fewPieces(),
    sveltekit(),
  ],
  // Workers know Node's modules by their full names only; vite's own server by their short ones.
  resolve: { alias: command === 'build' ? { async_hooks: 'node:async_hooks' } : {} },
  server: apiOrigin === undefined ? {} : { proxy: { '/api': { target: apiOrigin, xfwd: true } } },
  build: {
    manifest: true,
    // The first script of every page would name the pieces of all others; a page's own node names its pieces itself.
    modulePreload: { resolveDependencies: (_file, pieces) => pieces.filter((piece) => piece.endsWith('.css')) },
  },
}));
