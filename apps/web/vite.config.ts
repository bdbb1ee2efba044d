import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

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
    sveltekit(),
  ],
  // Workers know Node's modules by their full names only; vite's own server by their short ones.
  resolve: { alias: command === 'build' ? { async_hooks: 'node:async_hooks' } : {} },
  server: apiOrigin === undefined ? {} : { proxy: { '/api': { target: apiOrigin, xfwd: true } } },
  build: { manifest: true },
}));
