import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileModule } from 'svelte/compiler';
import type { Plugin } from 'vitest/config';

const WEB = new URL('../../apps/web/', import.meta.url).pathname;
const MESSAGES = '\0messages';

/** Every message in English, as plain text; those with variants are left out. */
const messages = (): Record<string, string> => {
  const folder = join(WEB, 'messages/en');
  const areas = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object);
  return Object.fromEntries(
    areas.flatMap((area) => Object.entries(area)).filter(([, text]) => typeof text === 'string'),
  );
};

/**
 * Lets a unit test load the controllers and words of the pages without a build: `$lib`, runes in modules, and the
 * messages as they are written, in English.
 */
export const webModules = (): Plugin => ({
  name: 'web-modules',
  resolveId: (id) => {
    if (id === '$lib/paraglide/messages') return MESSAGES;
    if (!id.startsWith('$lib/')) return undefined;
    const path = join(WEB, 'src', id.slice(1));
    return [path, `${path}.ts`].find((one) => one.endsWith('.ts') && existsSync(one));
  },
  load: (id) =>
    id === MESSAGES
      ? `const texts = ${JSON.stringify(messages())};
export const m = new Proxy({}, { get: (_, key) => (params = {}) => texts[key].replace(/\\{(\\w+)\\}/g, (_, name) => params[name]) });`
      : undefined,
  transform: {
    order: 'post',
    handler: (code, id) =>
      id.endsWith('.svelte.ts')
        ? { code: compileModule(code, { filename: id, generate: 'client' }).js.code, map: null }
        : undefined,
  },
});
