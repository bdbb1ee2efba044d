/**
 * Writes the first migration of both kinds of database from the schema drawers, the dirty marks of the metrics and the
 * rollup triggers. Run it after a schema changes while nothing is released; afterwards new numbered files are added by hand.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { homesOf } from '@mahalleh/gate';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { provinceTriggers, periodRows } from './triggers.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = process.argv[2] ?? import.meta.dirname;

type Loaded = Record<string, unknown>;
const load = async (file: string): Promise<Loaded> =>
  existsSync(file) ? ((await import(pathToFileURL(file).href)) as Loaded) : {};

const folders = ['base', 'features', 'assembly'].flatMap((floor) => {
  const at = join(ROOT, 'packages', floor);
  return existsSync(at) ? readdirSync(at).map((name) => join(at, name)) : [];
});

const tables = new Map<string, { table: SQLiteTable; homes: readonly string[] }>();
const marks: { table: string; feature: string; unit?: string }[] = [];
for (const folder of folders) {
  const schema = {
    ...(await load(join(folder, 'src/schema.ts'))),
    ...(await load(join(folder, 'src/base-tables.ts'))),
  };
  for (const value of Object.values(schema))
    if (is(value, SQLiteTable))
      tables.set(`${homesOf(value).join()} ${getTableName(value)}`, { table: value, homes: homesOf(value) });
  const metrics = await load(join(folder, 'src/metrics.ts'));
  marks.push(...((metrics['marks'] as typeof marks | undefined) ?? []));
}

const statementsFor = async (home: string): Promise<string[]> => {
  const chosen = Object.fromEntries(
    [...tables.values()].filter(({ homes }) => homes.includes(home)).map(({ table }) => [getTableName(table), table]),
  );
  const empty = await generateSQLiteDrizzleJson({});
  return generateSQLiteMigration(empty, await generateSQLiteDrizzleJson(chosen));
};

/** Each statement on as few lines as SQLite's dump can restore: triggers stay on one. */
const write = (kind: string, statements: string[]): void => {
  mkdirSync(join(OUT, kind), { recursive: true });
  writeFileSync(
    join(OUT, kind, '0001_begin.sql'),
    `${statements.map((s) => s.trim().replace(/;$/, '')).join('\n--> statement-breakpoint\n')}\n`,
  );
};

const features = [...new Set(marks.map(({ feature }) => feature))].sort();
const schemaVersion = "insert into meta (key, value) values ('schema_version', '1')";
write('province', [
  ...(await statementsFor('province')),
  ...provinceTriggers(marks, features),
  ...periodRows(),
  schemaVersion,
]);
write('national', [...(await statementsFor('national')), schemaVersion]);
console.log(`${tables.size} tables, ${marks.length} marks, features: ${features.join(' ')}`);
