/** Nothing is fetched from a foreign host: the built output names none but those that are only words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, ROOT } from '@mahalleh/local/places';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../architecture/house.ts';

/** Hosts that stand in names of vocabularies, placeholders, and links inside a library's error texts; none is fetched. */
const WORDS = new Set([
  'www.w3.org',
  'json-schema.org',
  'spec.openapis.org',
  'example.com',
  'fallback.com',
  'svelte.dev',
  'paraglidejs.com',
  'datatracker.ietf.org',
  'npmjs.com',
  // The names of the parts of a workbook.
  'schemas.openxmlformats.org',
]);
const TEXT = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const HOST = /https?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi;

const read = (path: string) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });
const fromTop = (path: string) => path.slice(ROOT.length + 1);

const assets = filesBelow(fromTop(BUILT.assets))
  .filter((path) => TEXT.test(path))
  .map(read);
const workers = [BUILT.web, BUILT.api].map(fromTop).map(read);

describe('the closed network', () => {
  test('the output of the builds names no foreign host', () => {
    expect(assets.length).toBeGreaterThan(10);
    const foreign = [...assets, ...workers].flatMap(({ path, text }) => {
      const hosts = new Set([...text.matchAll(HOST)].map(([, host = '']) => host.toLowerCase()));
      return [...hosts].filter((host) => !WORDS.has(host)).map((host) => `${path} names ${host}`);
    });
    expect(foreign).toEqual([]);
  });

  test('no style sheet and no page loads anything by an absolute address', () => {
    const loads = assets.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:url\(|@import\s|\ssrc=|<link[^>]+href=)\s*["']?(?:https?:)?\/\/[^"')\s]+/gi)].map(
        ([load]) => `${path}: ${load}`,
      ),
    );
    expect(loads).toEqual([]);
  });
});
