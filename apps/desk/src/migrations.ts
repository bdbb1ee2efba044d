import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Statement } from '@mahalleh/gate';
import type { Desk } from './desk.ts';
import { Fault } from './fault.ts';

/** Where the migrations of this version lie. */
export const MIGRATIONS = resolve(import.meta.dirname, '../../../infra/migrations');

/** The two kinds of database. */
export type DatabaseKind = 'province' | 'national';

/** One numbered migration. */
export type Migration = { readonly version: number; readonly name: string; readonly statements: readonly string[] };

/** The migrations of a kind in their order. Fails: when a number is missing or there twice. */
export const migrationsOf = (kind: DatabaseKind, folder: string = MIGRATIONS): Migration[] => {
  const found = readdirSync(join(folder, kind))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      statements: readFileSync(join(folder, kind, name), 'utf8')
        .split('--> statement-breakpoint')
        .map((text) => text.trim())
        .filter(Boolean),
    }));
  const gap = found.find(({ version }, i) => version !== i + 1);
  if (gap) throw new Fault(`The migrations of ${kind} are not numbered without gaps: ${gap.name}.`);
  return found;
};

const plain = (sql: string): Statement => ({ sql, args: [] });
const setVersion = (version: number): Statement => ({
  sql: "insert into meta (key, value) values ('schema_version', ?) on conflict (key) do update set value = excluded.value",
  args: [String(version)],
});

/** The version of a database: 0 while it is empty, null when it is not there. */
export const versionOf = async (desk: Desk, database: string): Promise<number | null> => {
  const tables = await desk.look(database, [plain("select count(*) from sqlite_master where name = 'meta'")]);
  if (!tables) return null;
  if (Number(tables[0]?.rows[0]?.[0]) === 0) return 0;
  const [row] = await desk.rows(database, "select value from meta where key = 'schema_version'");
  return Number(row?.[0] ?? 0);
};

/** Applies what a database does not have yet, each file atomically, while its lane is held. Shape: its version afterwards. */
export const bringUp = async (
  desk: Desk,
  database: string,
  migrations: readonly Migration[],
  from: number,
): Promise<number> => {
  const due = migrations.filter(({ version }) => version > from);
  if (due.length === 0) return from;
  await desk.holding(database, async () => {
    for (const { version, statements, name } of due)
      try {
        await desk.define(database, [...statements.map(plain), setVersion(version)]);
      } catch (error) {
        throw new Fault(`${name} did not succeed: ${error instanceof Error ? error.message : 'unknown'}`);
      }
  });
  return due.at(-1)?.version ?? from;
};
