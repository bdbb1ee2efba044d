/** The same drawers in every feature, small files, plain names, one README in every room. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breaches, filesBelow, packageOf, ROOT, rooms } from './house.ts';

const LONGEST = 300;
const LONGEST_COMPONENT = 200;
const LONGEST_PAGE = 150;

const TOP = [
  'apps',
  'infra',
  'package.json',
  'packages',
  'pnpm-workspace.yaml',
  'README.md',
  'tests',
  'tsconfig.base.json',
  'turbo.json',
];
const BESIDE = ['LICENSE', 'pnpm-lock.yaml', 'node_modules'];

const DRAWERS =
  /^src\/(index|model|schema|rules|reasons|metrics|letters|exchange|routes|[a-z-]+)\.ts$|^src\/(commands|queries|[a-z-]+)\/[a-z0-9-]+\.ts$/;
const NAMELESS = /^(utils?|common|shared|lib|libs|helpers?|managers?|services?|misc)$/;

const features = rooms.filter(({ floor }) => floor === 'features');
const written = rooms.flatMap((room) => [...room.sources, ...room.tests].map((source) => ({ room, ...source })));
const fileNamed = (name: string) =>
  features.flatMap((room) => room.sources.filter(({ path }) => relative(room.folder, path) === `src/${name}`));

describe('the top of the house', () => {
  test('is exactly what its map says', () => {
    const visible = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !BESIDE.includes(name));
    expect(visible.toSorted()).toEqual(TOP.toSorted());
    expect(existsSync(join(ROOT, 'LICENSE')) && existsSync(join(ROOT, 'pnpm-lock.yaml'))).toBe(true);
  });

  test('every room has a README that explains it', () => {
    const silent = rooms
      .filter(({ folder }) => !existsSync(join(ROOT, folder, 'README.md')))
      .map(({ folder }) => folder);
    expect(silent).toEqual([]);
  });
});

describe('files', () => {
  test('none is long', () => {
    const limit = (path: string): number => {
      if (/\+(page|layout)\.svelte$/.test(path)) return LONGEST_PAGE;
      return path.endsWith('.svelte') ? LONGEST_COMPONENT : LONGEST;
    };
    const long = breaches(written, ({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > limit(path) ? `${path} has ${lines} lines, ${limit(path)} are allowed` : undefined;
    });
    expect(long).toEqual([]);
  });

  test('none hides behind a name that says nothing', () => {
    const nameless = breaches(['apps', 'packages', 'infra', 'tests'].flatMap(filesBelow), (path) => {
      const own = path.replace(/^apps\/web\/src\/lib\//, 'apps/web/src/');
      return own.split('/').some((part) => NAMELESS.test(part.split('.')[0] ?? '')) ? path : undefined;
    });
    expect(nameless).toEqual([]);
  });

  test('code is kebab-case, components PascalCase', () => {
    const odd = breaches(written, ({ path }) => {
      const name = basename(path);
      if (name.startsWith('+') || path.includes('/params/')) return undefined;
      const pattern = name.endsWith('.svelte')
        ? /^[A-Z][A-Za-z0-9]*\.svelte$/
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|js|mjs)$/;
      return pattern.test(name) ? undefined : path;
    });
    expect(odd).toEqual([]);
  });
});

describe('drawers of a feature', () => {
  test('lie where every other feature has them', () => {
    const odd = breaches(features, (room) =>
      room.sources.flatMap(({ path }) => (DRAWERS.test(relative(room.folder, path)) ? [] : [path])),
    );
    expect(odd).toEqual([]);
    const bare = features
      .filter(({ folder }) => !existsSync(join(ROOT, folder, 'src/index.ts')))
      .map(({ folder }) => folder);
    expect(bare).toEqual([]);
  });

  test('rules are pure: state in, decision out', () => {
    const PURE_NEIGHBOURS = /^\.\/(rules|model|[a-z-]*rules|[a-z-]*model|conformance|charter-data)[a-z-]*\.ts$/;
    const impure = breaches(fileNamed('rules.ts'), ({ path, text, imports }) => [
      ...[...text.matchAll(/\b(await|async|Date\.now|new Date|Math\.random|crypto\.|fetch\(|throw)\b/g)].map(
        ([word]) => `${path} says ${word}`,
      ),
      ...imports.flatMap(({ target, isType }) =>
        isType ||
        PURE_NEIGHBOURS.test(target) ||
        /^@mahalleh\/(kernel|access)/.test(target) ||
        /\/(rules|model)$/.test(target)
          ? []
          : [`${path} imports ${target}`],
      ),
    ]);
    expect(impure).toEqual([]);
  });

  test('models and rules reach a browser, so nothing of the gate or the tables is in them', () => {
    const heavy = breaches([...fileNamed('model.ts'), ...fileNamed('rules.ts')], ({ path, imports }) =>
      imports.flatMap(({ target, isType }) =>
        !isType && /^(@mahalleh\/(gate|http|border|metric)|drizzle-orm|hono|node:|\.\/schema)/.test(target)
          ? [`${path} imports ${target}`]
          : [],
      ),
    );
    expect(heavy).toEqual([]);
  });

  test('only routes know HTTP', () => {
    const chatty = breaches(features, (room) =>
      room.sources
        .filter(({ path }) => !/\/src\/([a-z-]+-)?routes\.ts$|\/src\/routes\//.test(path))
        .flatMap(({ path, imports }) =>
          imports.flatMap(({ target }) =>
            ['hono', '@hono', '@mahalleh/http'].some((name) => packageOf(target)?.name.startsWith(name))
              ? [`${path} imports ${target}`]
              : [],
          ),
        ),
    );
    expect(chatty).toEqual([]);
  });
});
