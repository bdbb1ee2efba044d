import { DatabaseSync } from 'node:sqlite';
import type { Scratch } from '@mahalleh/border/replay';
import type { SqlValue } from '@mahalleh/gate';
import { migrationsOf } from './migrations.ts';

type Bound = string | number | bigint | null;

/** Whole numbers are stored as such: SQLite is told so, since JavaScript has one kind of number. */
const bound = (value: SqlValue): Bound =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;

/** An empty nation in memory, with every table and trigger of the real one. */
export const openScratch = (): Scratch & { readonly close: () => void } => {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  for (const { statements } of migrationsOf('national')) for (const sql of statements) database.exec(sql);
  const values = (row: Record<string, unknown>): SqlValue[] => Object.values(row) as SqlValue[];
  return {
    run: async (statements) => {
      database.exec('begin');
      for (const { sql, args } of statements)
        if (Array.isArray(args)) database.prepare(sql).run(...(args as readonly SqlValue[]).map(bound));
        else
          database
            .prepare(sql)
            .run(Object.fromEntries(Object.entries(args).map(([name, value]) => [name, bound(value as SqlValue)])));
      database.exec('commit');
    },
    rows: async (sql, args) =>
      database
        .prepare(sql)
        .all(...args.map(bound))
        .map(values),
    close: () => database.close(),
  };
};
