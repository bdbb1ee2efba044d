import type { SQL } from 'drizzle-orm';
import { drizzle, type SqliteRemoteDatabase, type SqliteRemoteResult } from 'drizzle-orm/sqlite-proxy';
import {
  SQLiteAsyncDialect,
  type SelectedFields,
  type SQLiteSelectBase,
  type SQLiteTable,
} from 'drizzle-orm/sqlite-core';
import type { GetSelectTableName, GetSelectTableSelection } from 'drizzle-orm/query-builders/select.types';
import type { SqlValue } from './statement.ts';
import type { Home, TableIn } from './tables.ts';

type Drizzle = SqliteRemoteDatabase<Record<string, never>>;
type Rows<T extends SQLiteTable> = SQLiteSelectBase<
  GetSelectTableName<T>,
  'async',
  SqliteRemoteResult,
  GetSelectTableSelection<T>,
  'single'
>;
type Picked<T extends SQLiteTable, F extends SelectedFields> = SQLiteSelectBase<
  GetSelectTableName<T>,
  'async',
  SqliteRemoteResult,
  F,
  'partial'
>;

/** A question in plain SQL, for what the builder cannot say (recursion, json, full text). Rows come back as objects by column name. */
export class TextAsk<Row extends Record<string, SqlValue>> {
  declare readonly row: Row;
  readonly sql: SQL;
  constructor(sql: SQL) {
    this.sql = sql;
  }
}

/** A handle that can only ask, and only tables of its own kind of database. It builds statements; the gate sends them. */
export interface ReadDb<H extends Home> {
  select(): { from<T extends TableIn<H>>(table: T): Rows<T> };
  select<F extends SelectedFields>(fields: F): { from<T extends TableIn<H>>(table: T): Picked<T, F> };
  text<Row extends Record<string, SqlValue>>(sql: SQL): TextAsk<Row>;
}

/** A handle that builds changes. Only ever given to a command's `save`. */
export interface WriteDb<H extends Home> {
  insert<T extends TableIn<H>>(table: T): ReturnType<typeof drizzleDb.insert<T>>;
  update<T extends TableIn<H>>(table: T): ReturnType<typeof drizzleDb.update<T>>;
  delete<T extends TableIn<H>>(table: T): ReturnType<typeof drizzleDb.delete<T>>;
  /** A change in plain SQL: `insert … select`, json_each. */
  text(sql: SQL): TextWrite;
}
declare const drizzleDb: Drizzle;

/** A change in plain SQL, ready to be sent. */
export type TextWrite = { toSQL(): { sql: string; params: unknown[] } };

const dialect = new SQLiteAsyncDialect();

/** Compiles a template to text and values. */
export const compile = (template: SQL): { sql: string; args: SqlValue[] } => {
  const { sql, params } = dialect.sqlToQuery(template);
  return { sql, args: params as SqlValue[] };
};

const neverSent = () => {
  throw new Error('a statement was sent outside the gate');
};
const builder: Drizzle = drizzle(neverSent, neverSent);

/** The handle given to `ask` and `load`. */
export const readHandle = <H extends Home>(): ReadDb<H> =>
  ({
    select: (fields?: SelectedFields) => (fields ? builder.select(fields) : builder.select()),
    text: (template: SQL) => new TextAsk(template),
  }) as unknown as ReadDb<H>;

/** The handle given to `save`. */
export const writeHandle = <H extends Home>(): WriteDb<H> =>
  ({
    insert: (table: SQLiteTable) => builder.insert(table),
    update: (table: SQLiteTable) => builder.update(table),
    delete: (table: SQLiteTable) => builder.delete(table),
    text: (template: SQL): TextWrite => ({
      toSQL: () => {
        const { sql, args } = compile(template);
        return { sql, params: args };
      },
    }),
  }) as unknown as WriteDb<H>;
