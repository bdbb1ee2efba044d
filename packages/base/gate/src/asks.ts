import { Failure } from '@mahalleh/kernel';
import { compile, TextAsk } from './handles.ts';
import type { ResultSet, SqlValue } from './statement.ts';

type Query = PromiseLike<unknown[]> | TextAsk<Record<string, SqlValue>>;
type RowOf<Q> = Q extends TextAsk<infer R> ? R : Q extends PromiseLike<(infer R)[]> ? R : never;

/** One statement of a question, and how many rows it owes. */
export type Asked<T> = { readonly query: Query; readonly read: (rows: unknown[]) => T };

/** The answers to a record of asked statements, by name. */
export type Answers<A extends Record<string, Asked<unknown>>> = {
  readonly [K in keyof A]: A[K] extends Asked<infer T> ? T : never;
};

/** All rows. */
export const many = <Q extends Query>(query: Q): Asked<RowOf<Q>[]> => ({ query, read: (rows) => rows as RowOf<Q>[] });

/** The first row, or undefined. */
export const maybe = <Q extends Query>(query: Q): Asked<RowOf<Q> | undefined> => ({
  query,
  read: (rows) => rows[0] as RowOf<Q> | undefined,
});

/** The one row that must be there. Fails: not_found with the reason, whether it is not there or not the actor's to see. */
export const one = <Q extends Query>(query: Q, reason = 'not_found'): Asked<RowOf<Q>> => ({
  query,
  read: (rows) => {
    if (rows.length === 0) throw new Failure('not_found', reason);
    return rows[0] as RowOf<Q>;
  },
});

type Prepared = {
  getQuery(): { sql: string; params: unknown[] };
  mapResult(result: unknown, isFromBatch: boolean): unknown[];
};
const prepared = (query: Query): Prepared => (query as unknown as { _prepare(): Prepared })._prepare();

/** A statement's text and values, and the reading of its result. */
export type Sendable = { sql: string; args: readonly SqlValue[]; decode: (result: ResultSet) => unknown };

/** Turns an asked statement into what can be sent. */
export const sendable = (asked: Asked<unknown>): Sendable => {
  if (asked.query instanceof TextAsk) {
    const { sql, args } = compile(asked.query.sql);
    return {
      sql,
      args,
      decode: ({ columns, rows }) =>
        asked.read(rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])))),
    };
  }
  const ready = prepared(asked.query);
  const { sql, params } = ready.getQuery();
  return {
    sql,
    args: params as SqlValue[],
    decode: (result) => asked.read(ready.mapResult({ rows: result.rows }, true)),
  };
};

/** Reads a record of answers from the results that came back in the same order. Shape: as the record of asks. */
export const readAnswers = <A extends Record<string, Asked<unknown>>>(
  names: readonly string[],
  sent: readonly Sendable[],
  results: readonly ResultSet[],
): Answers<A> =>
  Object.fromEntries(
    names.map((name, i) => {
      const result = results[i];
      const statement = sent[i];
      if (!result || !statement) throw new Failure('unavailable', 'database_unavailable');
      return [name, statement.decode(result)];
    }),
  ) as Answers<A>;
