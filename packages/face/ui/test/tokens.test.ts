import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../src/css/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const css = read('tokens.css');

const block = (opening: RegExp): Map<string, string> => {
  const at = opening.exec(css);
  if (at === null) throw new Error(`no block ${opening.source}`);
  const body = css.slice(at.index + at[0].length, css.indexOf('}', at.index));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
};

const light = block(/^:root\s*\{/m);
const dark = block(/^\[data-theme=['"]?dark['"]?\]\s*\{/m);
const auto = block(/\[data-theme=['"]?auto['"]?\]\s*\{/);
const print = block(/:root,\s*\[data-theme=['"]?dark['"]?\],\s*\[data-theme=['"]?auto['"]?\]\s*\{/);

test('the dark of the device is the dark one chooses', () => {
  expect(Object.fromEntries(auto)).toEqual(Object.fromEntries(dark));
});

test('paper prints on white whatever the ground was: no colour of the dark stays', () => {
  const colours = [...dark].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
  expect(colours.filter((name) => !print.has(name))).toEqual([]);
});

const luminance = (hex: string): number => {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
};

const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['--sheet', '--paper', '--sunk'].flatMap((ground) =>
    ['--ink', '--ink-2', '--ink-3'].map((ink) => [ink, ground, 4.5] as const),
  ),
  ...['--accent', '--done', '--risk', '--late'].map((ink) => [ink, '--sheet', 4.5] as const),
  ['--on-accent', '--accent', 4.5],
  ['--accent', '--accent-soft', 4.5],
  ['--done', '--done-soft', 4.5],
  ['--risk', '--risk-soft', 4.5],
  ['--late', '--late-soft', 4.5],
  ['--on-seq-12', '--seq-1', 4.5],
  ['--on-seq-12', '--seq-2', 4.5],
  ['--on-seq-3', '--seq-3', 4.5],
  ['--on-seq-45', '--seq-4', 4.5],
  ['--on-seq-45', '--seq-5', 4.5],
  ['--accent-fill', '--sheet', 3],
  ['--line-input', '--sheet', 3],
];

for (const [ground, values] of [
  ['light', light],
  ['dark', new Map([...light, ...dark])],
  ['print', new Map([...light, ...print])],
] as const)
  test.each(PAIRS)(`in the ${ground}, %s on %s is read at %d : 1`, (ink, on, least) => {
    expect(contrast(values.get(ink) ?? '', values.get(on) ?? '')).toBeGreaterThanOrEqual(least);
  });

test('no style says left or right, except a mirrored pair', () => {
  const physical =
    /(?:margin|padding|border|inset)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)|(?<![\w-])float:/;
  const found = readdirSync(folder).filter((name) => physical.test(read(name)));
  expect(found).toEqual([]);
});

test('no style is fetched from elsewhere', () => {
  const found = readdirSync(folder).flatMap((name) =>
    [...read(name).matchAll(/https?:\/\/[^'")\s]+/g)].map(([address]) => address),
  );
  expect(found.filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual([]);
});
