/**
 * Writes src/figures/iran.json from the registry package `iran-map` (MIT): `npm pack iran-map@1.0.5`, unpack it, then
 * `node tools/draw-iran.ts DIST/index.modern.js KEYS.csv`, KEYS.csv being `code,slug,iran_map_key`.
 * Curves become lines, lines lose what nobody sees at 1200 units across, and each province gets the point farthest from its border for its name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { flatten, inside, simplify, toPath, type Point } from './outline.ts';

const [source, keys] = process.argv.slice(2);
if (source === undefined || keys === undefined)
  throw new Error('node tools/draw-iran.ts DIST/index.modern.js KEYS.csv');

const text = readFileSync(source, 'utf8');
const slugs = new Map(
  readFileSync(keys, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => [line.split(',')[2] ?? '', line.split(',')[1] ?? '']),
);
const ISLANDS_OF_BUSHEHR = new Set(['khark']);

const outlinesOf = (list: string): [string, Point[][]][] => {
  const from = text.indexOf(list);
  const part = text.slice(from, text.indexOf('];', from));
  const items = part.matchAll(/\bname: ["']([^"']+)["'][\s\S]*?\b(d|points): ["']([^"']*)["']/g);
  return [...items].map(([, name = '', kind, drawn = '']) => [
    name,
    flatten(kind === 'd' ? drawn : `M${drawn.trim()}z`),
  ]);
};

const labelOf = (outlines: Point[][]): Point => {
  const ring = outlines.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  let best: [Point, number] = [[0, 0], -1];
  for (let x = Math.min(...xs); x < Math.max(...xs); x += 4)
    for (let y = Math.min(...ys); y < Math.max(...ys); y += 4) {
      if (!inside(ring, [x, y])) continue;
      const room = Math.min(...ring.map(([px, py]) => Math.hypot((px - x) * 0.6, py - y)));
      if (room > best[1]) best = [[Math.round(x), Math.round(y)], room];
    }
  return best[0];
};

const draw = (outlines: Point[][], tolerance: number): string =>
  outlines.map((ring) => toPath(simplify(ring, tolerance))).join('');

const provinces: Record<string, string> = {};
const labels: Record<string, Point> = {};
for (const [name, outlines] of outlinesOf('iransStatesProperties')) {
  const slug = slugs.get(name);
  if (slug === undefined) throw new Error(`no slug for ${name}`);
  provinces[slug] = draw(outlines, 1.2);
  labels[slug] = labelOf(outlines);
}
for (const [name, outlines] of outlinesOf('iransIslandsProperties')) {
  const slug = ISLANDS_OF_BUSHEHR.has(name) ? 'bushehr' : 'hormozgan';
  provinces[slug] = (provinces[slug] ?? '') + draw(outlines, 0.4);
}
const seas = outlinesOf('iransSeasProperties').map(([, outlines]) => draw(outlines, 2.5));
writeFileSync(
  new URL('../src/figures/iran.json', import.meta.url),
  `${JSON.stringify({ viewBox: '0 0 1200 1070.6', provinces, labels, seas })}\n`,
);
