import { readdirSync, readFileSync } from 'node:fs';
import { PART_TITLES, PARTS } from '@mahalleh/templates/kinds';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Record<string, unknown>;
const areas = readdirSync(new URL('messages/fa/', root)).filter((name) => name.endsWith('.json'));
const parametersOf = (text: unknown): string[] =>
  [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

test('every area is written in both languages and is built in', () => {
  const settings = json('project.inlang/settings.json') as { 'plugin.inlang.messageFormat': { pathPattern: string[] } };
  expect(readdirSync(new URL('messages/en/', root)).toSorted()).toEqual(areas.toSorted());
  expect(settings['plugin.inlang.messageFormat'].pathPattern.toSorted()).toEqual(
    areas.map((name) => `./messages/{locale}/${name}`).toSorted(),
  );
});

test.each(areas)('%s says the same things in both languages, with the same parameters', (name) => {
  const [fa, en] = [json(`messages/fa/${name}`), json(`messages/en/${name}`)];
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(fa).toSorted());
  for (const key of Object.keys(fa)) {
    expect([key, fa[key] === '', en[key] === '']).toEqual([key, false, false]);
    if (typeof fa[key] === 'string' && typeof en[key] === 'string')
      expect([key, parametersOf(en[key])]).toEqual([key, parametersOf(fa[key])]);
  }
});

test.each(areas)('%s: keys begin with their area, so that no two files say the same key', (name) => {
  const prefix = `${name.replace('.json', '').replaceAll('-', '_')}_`;
  expect(Object.keys(json(`messages/fa/${name}`)).filter((key) => !key.startsWith(prefix))).toEqual([]);
});

test('Persian is written with Persian letters', () => {
  const wrong = areas.flatMap((name) =>
    Object.entries(json(`messages/fa/${name}`)).filter(([, text]) => /[يكىة٠-٩]/.test(JSON.stringify(text))),
  );
  expect(wrong).toEqual([]);
});

test.each(['fa', 'en'] as const)('the parts of a template are called alike wherever they are named (%s)', (locale) => {
  const said = json(`messages/${locale}/templates.json`);
  expect(PARTS.map((part) => [part, said[`templates_part_${part}`]])).toEqual(
    PARTS.map((part) => [part, PART_TITLES[part][locale]]),
  );
});
