import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Statement } from '@mahalleh/gate';

/** The most characters that one bound value holds: Persian takes two bytes a letter, so this stays below 400 KB. */
const LARGEST = 180_000;

/** The statements that insert these rows of a table, in any number: each binds one JSON text. Fails: TypeError when a column without a default has no value. */
export const insertRows = <T extends SQLiteTable>(table: T, rows: readonly InferInsertModel<T>[]): Statement[] => {
  // What the database makes by itself is not written.
  const columns = Object.entries(getTableColumns(table)).filter(([, { generated }]) => generated === undefined);
  const name = getTableName(table);
  const sql = `insert into ${name} (${columns.map(([, { name: column }]) => column).join(', ')}) select ${columns.map((_, i) => `json_extract(j.value, '$[${i}]')`).join(', ')} from json_each(?) j`;
  const texts = rows.map((row) =>
    JSON.stringify(
      columns.map(([key, column]) => {
        const given: unknown = Object.entries(row).find(([field]) => field === key)?.[1];
        const value = given === undefined ? column.default : given;
        if (value === undefined && column.notNull) throw new TypeError(`${name}.${column.name} has no value`);
        return value === undefined || value === null ? null : column.mapToDriverValue(value);
      }),
    ),
  );
  const chunks: string[][] = [];
  let size = LARGEST;
  for (const text of texts) {
    if (size + text.length > LARGEST) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(text);
    size += text.length + 1;
  }
  return chunks.map((chunk) => ({ sql, args: [`[${chunk.join(',')}]`] }));
};
