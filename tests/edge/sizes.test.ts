/** What a browser loads first, and what a cold Worker reads, stay small. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { BUILT, ROOT } from '@mahalleh/local/places';
import { describe, expect, test } from 'vitest';

const KB = 1000;
const SIGN_IN_KB = 60;
const WORKSPACE_KB = 120;
/** The API of a province's whole work and of the nation; with templates a fourth more than before. Cloudflare takes seven times as much. */
const API_KB = 460;

type Manifest = {
  _: {
    client: { imports: string[] };
    routes: { id: string; page: { layouts: (number | undefined)[]; leaf: number } | null }[];
  };
};

const output = join(ROOT, 'apps/web/.svelte-kit/output/server');
const { manifest } = (await import(pathToFileURL(join(output, 'manifest-full.js')).href)) as { manifest: Manifest };

const packed = new Map<string, number>();
const packedSize = (file: string): number => {
  const size = packed.get(file) ?? gzipSync(readFileSync(join(BUILT.assets, file))).length;
  packed.set(file, size);
  return size;
};

/** The scripts of one node of the page tree, as the build wrote them down. */
const importsOf = (node: number): string[] => {
  const text = readFileSync(join(output, `nodes/${node}.js`), 'utf8');
  return JSON.parse(/export const imports = (\[.*?\]);/.exec(text)?.[1] ?? '[]') as string[];
};

const pages = manifest._.routes.flatMap(({ id, page }) => (page ? [{ id, nodes: [...page.layouts, page.leaf] }] : []));

const firstLoadKb = (nodes: (number | undefined)[]): number => {
  const own = nodes.filter((node) => node !== undefined).flatMap(importsOf);
  const scripts = new Set([...manifest._.client.imports, ...own].filter((file) => file.endsWith('.js')));
  return [...scripts].reduce((sum, file) => sum + packedSize(file), 0) / KB;
};

describe('first-load JavaScript, gzip', () => {
  test('there are pages to weigh', () => {
    expect(pages.map(({ id }) => id)).toContain('/[province=province]/sign-in');
    expect(pages.some(({ id }) => id.includes('(workspace)'))).toBe(true);
    expect(firstLoadKb(pages[0]?.nodes ?? [])).toBeGreaterThan(5);
  });

  test.each(pages)('$id', ({ id, nodes }) => {
    expect(firstLoadKb(nodes)).toBeLessThanOrEqual(id.includes('sign-in') ? SIGN_IN_KB : WORKSPACE_KB);
  });
});

test(`the API is at most ${API_KB} KB, gzip`, () => {
  expect(gzipSync(readFileSync(BUILT.api)).length / KB).toBeLessThanOrEqual(API_KB);
});
