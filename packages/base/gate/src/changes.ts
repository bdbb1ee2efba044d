import type { SqlValue, Statement } from './statement.ts';

/** Anything that compiles to one changing statement: a drizzle insert, update or delete, or `db.text`. */
export type Compilable = { toSQL(): { sql: string; params: unknown[] } };

/** One change of a save. `rows`: it must touch exactly so many rows, else the whole batch is rolled back. */
export type Change = { readonly query: Compilable; readonly rows?: number };

/** A change that may touch any number of rows (an insert, a clean-up). */
export const change = (query: Compilable): Change => ({ query });

/** A statement that another package has made (a letter on its way), as a change of a save. */
export const changeOf = ({ sql, args }: Statement): Change => {
  if (!Array.isArray(args)) throw new TypeError('a statement with named values');
  return { query: { toSQL: () => ({ sql, params: [...args] }) } };
};

/** A change that must touch exactly one row: an update that names id and revision. Otherwise: conflict, and nothing is written. */
export const guarded = (query: Compilable): Change => guardedRows(query, 1);

/** A change that must touch exactly so many rows. Otherwise: conflict, and nothing is written. */
export const guardedRows = (query: Compilable, rows: number): Change => ({ query, rows });

/** Malformed JSON is SQLite's way to be made to fail inside a statement: the batch rolls back. */
const guardOf = (rows: number): Statement => ({
  sql: `select json(case when changes() = ${rows} then '1' else 'revision_conflict' end)`,
  args: [],
});

/** The statements of a list of changes, guards included. */
export const statementsOf = (changes: readonly Change[]): Statement[] =>
  changes.flatMap(({ query, rows }) => {
    const { sql, params } = query.toSQL();
    const statement: Statement = { sql, args: params as SqlValue[] };
    return rows === undefined ? [statement] : [statement, guardOf(rows)];
  });
