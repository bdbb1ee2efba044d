import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { homesOf, markOf, type Home, type Mark } from '@mahalleh/gate';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A column that may hold a person's data or the words of a case. */
export type MarkedColumn = {
  readonly table: string;
  readonly column: string;
  readonly mark: Mark;
  readonly homes: readonly Home[];
};

const PACKAGES = join(import.meta.dirname, '../../../../packages');
const FLOORS = ['base', 'features', 'assembly'];
const DRAWERS = ['schema.ts', 'base-tables.ts'];

const columnsOf = (table: SQLiteTable): MarkedColumn[] =>
  Object.values(getTableColumns(table)).flatMap((column) => {
    const mark = markOf(column);
    return mark ? [{ table: getTableName(table), column: column.name, mark, homes: homesOf(table) }] : [];
  });

/** Every marked column of every package there is: a new feature is among them by itself. */
export const markedColumns = async (): Promise<MarkedColumn[]> => {
  const files = FLOORS.flatMap((floor) =>
    readdirSync(join(PACKAGES, floor)).flatMap((name) =>
      DRAWERS.map((file) => join(PACKAGES, floor, name, 'src', file)),
    ),
  ).filter((file) => existsSync(file));
  const tables = new Set<SQLiteTable>();
  for (const file of files)
    for (const value of Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>))
      if (is(value, SQLiteTable)) tables.add(value);
  return [...tables].flatMap(columnsOf);
};
