import { change, type Change, type WriteDb } from '@mahalleh/gate';
import { getTableColumns, getTableName, sql, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The most characters that one bound value holds: Persian takes two bytes a letter, so this stays below 400 KB. */
const LARGEST = 180_000;

/** Lists of JSON texts, each list no longer than one bound value may be. */
export const inPieces = (texts: readonly string[]): string[] => {
  const pieces: string[][] = [];
  let size = LARGEST;
  for (const text of texts) {
    if (size + text.length > LARGEST) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(text);
    size += text.length + 1;
  }
  return pieces.map((piece) => `[${piece.join(',')}]`);
};

/** Inserts any number of rows with one statement for each bound value; columns that no row names get their default. `conflict`: what follows the statement. */
export const insertMany = <T extends SQLiteTable>(
  db: WriteDb<'province'>,
  table: T,
  rows: readonly InferInsertModel<T>[],
  conflict = '',
): Change[] => {
  const named = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([property]) => named.has(property));
  const into = columns.map(([, { name }]) => name).join(', ');
  const values = columns.map((_, i) => `json_extract(j.value, '$[${i}]')`).join(', ');
  // SQLite takes the ON of an upsert for that of a join unless a WHERE stands between.
  const text = `insert into ${getTableName(table)} (${into}) select ${values} from json_each(`;
  const texts = rows.map((row) =>
    JSON.stringify(
      columns.map(([property, column]) => {
        const given = (row as Readonly<Record<string, unknown>>)[property] ?? null;
        return given === null ? null : column.mapToDriverValue(given);
      }),
    ),
  );
  return inPieces(texts).map((piece) => change(db.text(sql`${sql.raw(text)}${piece}) j where 1 ${sql.raw(conflict)}`)));
};
