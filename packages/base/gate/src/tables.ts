import type { BuildColumns } from 'drizzle-orm';
import {
  sqliteTable,
  type SQLiteColumnBuilderBase,
  type SQLiteTable,
  type SQLiteTableExtraConfigValue,
} from 'drizzle-orm/sqlite-core';
import './marks.ts';

declare const home: unique symbol;

/** Which kind of database something belongs to. */
export type Home = 'province' | 'national';

/** Marks which kinds of database a table lives in. Erased at runtime. */
export type LivesIn<H extends Home> = { readonly [home]: { readonly [K in H]: true } };

/** A table that a handle of home `H` accepts. */
export type TableIn<H extends Home> = SQLiteTable & LivesIn<H>;

type Columns = Record<string, SQLiteColumnBuilderBase>;
type Extra<N extends string, C extends Columns> = (self: BuildColumns<N, C, 'sqlite'>) => SQLiteTableExtraConfigValue[];

const homes = new WeakMap<SQLiteTable, readonly Home[]>();

/** The kinds of database that a table lives in. */
export const homesOf = (table: SQLiteTable): readonly Home[] => homes.get(table) ?? [];

const declareTable =
  <H extends Home>(...where: readonly H[]) =>
  <N extends string, C extends Columns>(name: N, columns: C, extra?: Extra<N, C>) => {
    const table = sqliteTable(name, columns, extra ?? (() => []));
    homes.set(table, where);
    return table as ReturnType<typeof sqliteTable<N, C>> & LivesIn<H>;
  };

/** Declares a table of a province's database. */
export const provinceTable = declareTable('province');

/** Declares a table of the national database. */
export const nationalTable = declareTable('national');

/** Declares a table that every workspace has, a province's and the ministry's alike (sessions, accounts, audit). */
export const workspaceTable = declareTable<Home>('province', 'national');
