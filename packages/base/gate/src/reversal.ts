import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { change, guarded, guardedRows, type Change } from './changes.ts';
import type { WriteDb } from './handles.ts';
import type { SqlValue, Statement } from './statement.ts';
import type { TableIn } from './tables.ts';

/** Stands for the instant at which a change is taken back. Unit: UTC milliseconds. */
export const NOW = { $now: true } as const;

type Value = SqlValue | boolean | typeof NOW;
type Row = Readonly<Record<string, Value | undefined>>;
type Id = string | Readonly<Record<string, string>>;

/**
 * One row that is set back, goes or comes again. Columns are named as the table's properties name them; what is undefined is left alone.
 * `revision`, or `at` where the table has none: how the row stands after the change – a row that has moved on is not set back.
 */
export type Step =
  | {
      readonly table: TableIn<'province'>;
      readonly id: Id;
      readonly revision?: number;
      readonly at?: Row;
      readonly set: Row;
    }
  | { readonly table: TableIn<'province'>; readonly id: Id; readonly at?: Row; readonly remove: true }
  | { readonly table: TableIn<'province'>; readonly insert: Row }
  | ManyStep;

/**
 * Rows of one table whose column holds one of these values, set back or removed by one statement. `rows`: exactly so many
 * still stand as `at` says, else nothing is taken back; with 0 and `remove`, none may have come.
 */
export type ManyStep = {
  readonly table: TableIn<'province'>;
  readonly among: { readonly column: string; readonly values: readonly string[] };
  readonly at?: Row;
  readonly rows: number;
} & ({ readonly set: Row } | { readonly remove: true });

/** How a change is taken back, while nothing else has changed what it touched. */
export type Reversal = {
  /** What was discarded: whoever may discard it may restore it, for thirty days; else its author alone, for a day. */
  readonly trash?: boolean;
  /** What the thing is called, for the list of what was discarded. */
  readonly label?: string | null;
  /** Where it is listed, and whose role is asked for, when the act itself is of no one unit. */
  readonly unitId?: string | null;
  readonly steps: readonly Step[];
};

/** How long a change can be taken back. Unit: milliseconds. */
export const REVERSIBLE_MS = { undo: 24 * 3_600_000, trash: 30 * 24 * 3_600_000 } as const;

type StoredRow = Readonly<Record<string, SqlValue | typeof NOW>>;

/** A step as it is stored: names of the database, values as it holds them. */
export type StoredStep = { readonly table: string } & (
  | { readonly set: StoredRow; readonly where: StoredRow; readonly isRevised: boolean }
  | { readonly remove: StoredRow }
  | { readonly insert: StoredRow }
  | {
      readonly among: ManyStep['among'];
      readonly rows: number;
      readonly where: StoredRow;
      readonly set?: StoredRow;
      readonly isRevised: boolean;
    }
);

const isNow = (value: unknown): value is typeof NOW =>
  typeof value === 'object' && value !== null && '$now' in value && value.$now === true;

/** The row in the names and values of the database. Fails: Error for a property that is no column. */
const stored = (table: TableIn<'province'>, row: Row): StoredRow => {
  const columns = getTableColumns(table) as Record<string, SQLiteColumn>;
  return Object.fromEntries(
    Object.entries(row).flatMap(([property, value]) => {
      if (value === undefined) return [];
      const column = columns[property];
      if (!column) throw new Error(`${getTableName(table)} has no column ${property}`);
      const kept = value === null || isNow(value) ? value : (column.mapToDriverValue(value) as SqlValue);
      return [[column.name, kept]];
    }),
  );
};

const storedMany = ({ table, among, at = {}, rows, ...rest }: ManyStep): StoredStep => {
  const [column = ''] = Object.keys(stored(table, { [among.column]: '' }));
  return {
    table: getTableName(table),
    among: { column, values: among.values },
    rows,
    where: stored(table, at),
    ...('set' in rest ? { set: stored(table, rest.set) } : {}),
    isRevised: 'revision' in at,
  };
};

/** Changes that the plain revision counts: most tables have one. */
const storedStep = (step: Step): StoredStep => {
  const table = getTableName(step.table);
  if ('among' in step) return storedMany(step);
  if ('insert' in step) return { table, insert: stored(step.table, step.insert) };
  const id = stored(step.table, typeof step.id === 'string' ? { id: step.id } : step.id);
  if ('remove' in step) return { table, remove: { ...id, ...stored(step.table, step.at ?? {}) } };
  const isRevised = step.revision !== undefined;
  const where = {
    ...id,
    ...(isRevised ? { revision: step.revision } : {}),
    ...stored(step.table, step.at ?? {}),
  } as StoredRow;
  return { table, set: stored(step.table, step.set), where, isRevised };
};

/** The row that keeps a reversal, in the batch of its change. */
export const reversalRow = (row: {
  reversal: Reversal;
  commandId: string;
  atMs: number;
  actorId: string;
  act: string;
  subject: string;
  unitId: string | null;
}): Statement => {
  const { trash = false, label = null, steps } = row.reversal;
  return {
    sql: 'insert into reversals (command_id, at_ms, actor_id, act, subject, unit_id, label, is_trash, steps_json, until_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    args: [
      row.commandId,
      row.atMs,
      row.actorId,
      row.act,
      row.subject,
      row.unitId,
      label,
      trash ? 1 : 0,
      JSON.stringify(steps.map(storedStep)),
      row.atMs + (trash ? REVERSIBLE_MS.trash : REVERSIBLE_MS.undo),
    ],
  };
};

const NAME = /^[a-z][a-z0-9_]*$/;

/** A name of the database, as written by `storedStep`; anything else is refused before it becomes SQL. */
const named = (name: string): SQL => {
  if (!NAME.test(name)) throw new Error('a stored step names no table or column');
  return sql.raw(`"${name}"`);
};

const valueOf = (value: SqlValue | typeof NOW, nowMs: number): SqlValue => (isNow(value) ? nowMs : value);

const matches = (row: StoredRow, nowMs: number): SQL =>
  sql.join(
    Object.entries(row).map(([name, value]) => sql`${named(name)} is ${valueOf(value, nowMs)}`),
    sql` and `,
  );

const assigned = (set: StoredRow, isRevised: boolean, nowMs: number): SQL => {
  const all = Object.entries(set).map(([name, value]) => sql`${named(name)} = ${valueOf(value, nowMs)}`);
  return sql.join(isRevised ? [...all, sql`revision = revision + 1`] : all, sql`, `);
};

type StoredMany = Extract<StoredStep, { among: unknown }>;

const reversingMany = (db: WriteDb<'province'>, step: StoredMany, nowMs: number): Change => {
  const table = named(step.table);
  const isOne = sql`${named(step.among.column)} in (select value from json_each(${JSON.stringify(step.among.values)}))`;
  const where = Object.keys(step.where).length > 0 ? sql`${isOne} and ${matches(step.where, nowMs)}` : isOne;
  const text = step.set
    ? sql`update ${table} set ${assigned(step.set, step.isRevised, nowMs)} where ${where}`
    : sql`delete from ${table} where ${where}`;
  return guardedRows(db.text(text), step.rows);
};

/** The changes that take a stored reversal back, each guarded: one row that has moved on, and nothing happens. */
export const reversingChanges = (db: WriteDb<'province'>, stepsJson: string, nowMs: number): Change[] =>
  (JSON.parse(stepsJson) as StoredStep[]).toReversed().map((step) => {
    const table = named(step.table);
    if ('among' in step) return reversingMany(db, step, nowMs);
    if ('remove' in step) return guarded(db.text(sql`delete from ${table} where ${matches(step.remove, nowMs)}`));
    if ('insert' in step) {
      const names = sql.join(Object.keys(step.insert).map(named), sql`, `);
      const values = sql.join(
        Object.values(step.insert).map((value) => sql`${valueOf(value, nowMs)}`),
        sql`, `,
      );
      return change(db.text(sql`insert into ${table} (${names}) values (${values})`));
    }
    const set = assigned(step.set, step.isRevised, nowMs);
    return guarded(db.text(sql`update ${table} set ${set} where ${matches(step.where, nowMs)}`));
  });

/** Drops every reversal that could bring a record's words back: for redaction. */
export const forgetReversals = (db: WriteDb<'province'>, subjectId: string): Change =>
  change(db.text(sql`delete from reversals where subject = ${subjectId} or instr(steps_json, ${subjectId}) > 0`));

/** What the minute's round does for the gate: reversals whose time is over go. */
export const upkeepStatements = (nowMs: number): Statement[] => [
  { sql: 'delete from reversals where until_ms < ?', args: [nowMs] },
];
