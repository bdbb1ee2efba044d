import type { ResultSet, SqlValue } from '@mahalleh/gate';

/** Asks one database one question. */
export type Ask = (database: string, sql: string, args?: readonly SqlValue[]) => Promise<ResultSet['rows']>;

/** About how much one answer may hold. Unit: characters. */
const ANSWER = 2_000_000;
const MOST_ROWS = 5_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of a database with their columns, as they really are. */
export const tablesIn = async (ask: Ask, database: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const tables = new Map<string, string[]>();
  for (const [table, column] of await ask(
    database,
    "select t.name as owner, c.name as held from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' and t.sql not like 'create virtual%' order by t.name, c.cid",
  ))
    tables.set(String(table), [...(tables.get(String(table)) ?? []), String(column)]);
  return tables;
};

/** Every row of a table, some at a time. Shape: the columns asked for, in their order. */
export const rowsOf = async function* (
  ask: Ask,
  database: string,
  table: string,
  columns: readonly string[],
): AsyncGenerator<readonly SqlValue[]> {
  const names = columns.map(quoted);
  const [lengths] = await ask(
    database,
    `select ${names.map((name, i) => `coalesce(max(length(${name})), 0) as l${i}`).join(', ')} from ${quoted(table)}`,
  );
  const widest = (lengths ?? []).reduce<number>((sum, length) => sum + Number(length) + 8, 0);
  const limit = Math.max(1, Math.min(MOST_ROWS, Math.floor(ANSWER / Math.max(1, widest))));
  const [made] = await ask(database, 'select sql from sqlite_master where name = ?', [table]);
  const isKeyed = !/without rowid/i.test(String(made?.[0]));
  const from = `from ${quoted(table)}`;
  let after: SqlValue = 0;
  for (let done = 0, isOver = false; !isOver;) {
    const rows: ResultSet['rows'] = isKeyed
      ? await ask(
          database,
          `select rowid as at, ${names.join(', ')} ${from} where rowid > ? order by rowid limit ${limit}`,
          [after],
        )
      : await ask(database, `select 0 as at, ${names.join(', ')} ${from} limit ${limit} offset ?`, [done]);
    for (const [at = 0, ...values] of rows) {
      after = at;
      yield values;
    }
    done += rows.length;
    isOver = rows.length < limit;
  }
};
