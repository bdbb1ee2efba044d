import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, type ProvinceContext } from '@mahalleh/gate';
import { agencies, bases } from '@mahalleh/agencies/schema';
import { capacities } from '@mahalleh/capacity/schema';
import { councils } from '@mahalleh/councils/schema';
import { indicators, targets } from '@mahalleh/indicators/schema';
import { operations, tasks } from '@mahalleh/operations/schema';
import { redactProblem } from '@mahalleh/problems';
import { problems } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

const MIGRATION = readFileSync(
  join(import.meta.dirname, '../../../../infra/migrations/province/0008_finding.sql'),
  'utf8',
);
const SOURCES = [problems, operations, tasks, capacities, units, agencies, bases, councils, targets, indicators];

let the: Setting;
let manager: ProvinceContext;
beforeEach(async () => {
  the = await openSetting();
  manager = await the.as('neighbourhood_manager', the.places[0]);
});
afterEach(() => the.province.close());

let copies = 0;

/** Every byte of a copy made as a backup is made: what lives in the database, and nothing besides. */
const bytes = async (): Promise<string> => {
  const [file] = await the.province.sql("select file from pragma_database_list where name = 'main'");
  const copy = `${String(file?.['file'])}.${++copies}`;
  await the.province.sql('vacuum into ?', [copy]);
  return readFileSync(copy).toString('latin1');
};
const written = (word: string): string => Buffer.from(word).toString('latin1');

describe('redaction', () => {
  test('leaves no word of a title in the index, the list of words or the spellings; words that others use stay', async () => {
    const secret = await the.problem('بختکوار کوچه‌ها');
    const other = await the.problem('کوچه‌ها و بوستان');
    await the.upkeep();
    expect(await the.ids('بختکوار')).toEqual([secret]);
    for (const part of ['بختکوار', 'بختکوا', 'ختکوار']) expect(await bytes(), part).toContain(written(part));
    await redactProblem.run(manager, { problemId: secret, revision: 1 });
    const left = await bytes();
    for (const part of ['بختکوار', 'بختکوا', 'ختکوار', 'بخت']) expect(left, part).not.toContain(written(part));
    expect(await the.ids('بختکوار')).toEqual([]);
    expect(await the.ids('کوچه')).toEqual([other]);
    expect(await the.ids('کوچهها')).toEqual([other]);
  });

  test('what was amended away is not found either', async () => {
    const id = await the.problem('بختکوار');
    await the.upkeep();
    await the.province.sql('update problems set title = ?, title_folded = ? where id = ?', ['نو', 'نو', id]);
    expect(await bytes()).not.toContain(written('بختکوار'));
  });

  test('a redacted problem is still found by its code', async () => {
    const id = await the.problem('بختکوار', the.places[0], { code: 'K7M2Q0' });
    await redactProblem.run(manager, { problemId: id, revision: 1 });
    expect(await the.ids('k7m2q0')).toEqual([id]);
  });
});

describe('what feeds the index', () => {
  const feeds = MIGRATION.split('--> statement-breakpoint').filter((statement) =>
    /_found_(insert|update)/.test(statement),
  );

  test('is none of the columns that hold a person’s data, and no table of people', () => {
    expect(feeds.length).toBe(2 * SOURCES.length);
    const tables = new Map<string, (typeof SOURCES)[number]>(SOURCES.map((table) => [getTableName(table), table]));
    for (const feed of feeds) {
      const table = tables.get(/ on (\w+) begin/.exec(feed)?.[1] ?? '');
      expect(table, feed).toBeDefined();
      const columns = Object.values(table === undefined ? {} : getTableColumns(table));
      const named = [...feed.matchAll(/new\.(\w+)/g)].map(([, name]) => name);
      expect(named.length).toBeGreaterThan(2);
      for (const name of named) {
        const column = columns.find((one) => one.name === name);
        expect(column, `${name} in ${feed}`).toBeDefined();
        expect(column && markOf(column), `${name} in ${feed}`).not.toBe('person');
      }
    }
    // Saved views are somebody's, and no part of what is searched.
    const searched = MIGRATION.split('--> statement-breakpoint').filter((one) => !one.includes('saved_views'));
    expect(searched.join()).not.toMatch(/\b(people|accounts|volunteers|appointments|evidence)\b/);
  });

  test('people are not found by their names', async () => {
    await the.province.sql("update people set full_name = 'Nobody Known', name_folded = 'nobody known'");
    await the.province.sql('update units set manager_person_id = ?', ['writer']);
    expect(await the.ids('nobody')).toEqual([]);
  });
});
