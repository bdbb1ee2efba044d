import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@mahalleh/local/places';

/** The two languages of every page. */
export type Locale = 'fa' | 'en';

/** What a page says in one language, by the key its messages have. */
export type Words = (key: string, values?: Readonly<Record<string, string>>) => string;

const read = (locale: Locale): ReadonlyMap<string, string> => {
  const folder = join(ROOT, 'apps/web/messages', locale);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const areas = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>);
  return new Map(
    areas.flatMap((area) =>
      Object.entries(area).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  );
};

/** The words of a language, read from the messages the pages are built with. Fails: on a key that no page has. */
export const wordsOf = (locale: Locale): Words => {
  const all = read(locale);
  return (key, values = {}) => {
    const said = all.get(key);
    if (said === undefined) throw new Error(`No page says ${key}.`);
    return said.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark);
  };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A message as a pattern: what it leaves open may be anything. */
export const patternOf = (words: Words, key: string): RegExp =>
  new RegExp(`^\\s*${escaped(words(key)).replace(/\\\{\w+\\\}/g, '.+')}\\s*$`);

/** A field's label as a pattern: the word for "optional" may follow. */
export const labelOf = (label: string): RegExp =>
  new RegExp(`^\\s*${escaped(label)}\\s*(\\((optional|اختیاری)\\))?\\s*$`);
