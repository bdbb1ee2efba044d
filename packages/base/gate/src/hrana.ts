import type { ResultSet, SqlValue, Statement } from './statement.ts';

/**
 * The wire form of the libSQL server's HTTP protocol (Hrana 2, JSON). Spoken here directly because several atomic
 * batches must travel in one request, and @libsql/client spends a request on asking the server's version first.
 * Source: libSQL, docs/HTTP_V2_SPEC.md
 */
type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string };
type Stmt = { sql: string; args?: Value[]; named_args?: { name: string; value: Value }[] };
type Condition = { type: 'ok'; step: number } | { type: 'not'; cond: Condition };
type Step = { stmt: Stmt; condition?: Condition };
/** One atomic batch on the wire. */
export type BatchRequest = { type: 'batch'; batch: { steps: Step[] } };

const encodeValue = (value: SqlValue): Value =>
  value === null
    ? { type: 'null' }
    : typeof value === 'string'
      ? { type: 'text', value }
      : Number.isInteger(value)
        ? { type: 'integer', value: String(value) }
        : { type: 'float', value };

/** Values as drizzle gives them: booleans become 0 and 1. */
const plainValue = (value: unknown): SqlValue =>
  typeof value === 'boolean' ? Number(value) : value === undefined ? null : (value as SqlValue);

const encodeStatement = ({ sql, args }: Statement): Stmt =>
  Array.isArray(args)
    ? { sql, args: args.map((arg: unknown) => encodeValue(plainValue(arg))) }
    : {
        sql,
        named_args: Object.entries(args).map(([name, value]) => ({ name, value: encodeValue(plainValue(value)) })),
      };

/** A batch in which all statements commit, or none. */
export const atomicBatch = (statements: readonly Statement[], mode: 'read' | 'write'): BatchRequest => {
  const steps: Step[] = [{ stmt: { sql: mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN TRANSACTION READONLY' } }];
  for (const statement of statements)
    steps.push({ stmt: encodeStatement(statement), condition: { type: 'ok', step: steps.length - 1 } });
  steps.push({ stmt: { sql: 'COMMIT' }, condition: { type: 'ok', step: steps.length - 1 } });
  steps.push({ stmt: { sql: 'ROLLBACK' }, condition: { type: 'not', cond: { type: 'ok', step: steps.length - 1 } } });
  return { type: 'batch', batch: { steps } };
};

type WireError = { message: string; code?: string };
type WireResult = { cols: { name: string }[]; rows: Value[][]; affected_row_count: number };
type WireBatch =
  | {
      type: 'ok';
      response: { type: 'batch'; result: { step_results: (WireResult | null)[]; step_errors: (WireError | null)[] } };
    }
  | { type: 'error'; error: WireError };

/** What one batch of a pipeline came to. */
export type BatchOutcome = { results: ResultSet[] } | { error: { code: string; message: string } };

const decodeValue = (value: Value): SqlValue =>
  value.type === 'null' ? null : value.type === 'integer' ? Number(value.value) : value.value;

const decodeResult = (result: WireResult): ResultSet => ({
  columns: result.cols.map(({ name }) => name),
  rows: result.rows.map((row) => row.map(decodeValue)),
  affected: result.affected_row_count,
});

/** Reads the answer to one batch: the results of its own statements, or its first error. */
export const readBatch = (answer: WireBatch | undefined): BatchOutcome => {
  if (!answer) return { error: { code: 'NO_ANSWER', message: 'no answer' } };
  if (answer.type === 'error') return { error: { code: answer.error.code ?? 'ERROR', message: answer.error.message } };
  const { step_results: results, step_errors: errors } = answer.response.result;
  const error = errors.find((e) => e !== null);
  if (error) return { error: { code: error.code ?? 'ERROR', message: error.message } };
  return { results: results.slice(1, -2).map((r) => (r ? decodeResult(r) : { columns: [], rows: [], affected: 0 })) };
};

/** Where a database is, and the token that opens it. */
export type Address = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** Sends batches in one request. Fails: TypeError or AbortError when the server cannot be reached in time; Error `HTTP n` on a refusal. */
export const pipeline = async (
  at: Address,
  batches: readonly BatchRequest[],
  deadlineMs: number,
): Promise<BatchOutcome[]> => {
  const response = await fetch(`${at.url}/v2/pipeline`, {
    method: 'POST',
    headers: at.headers,
    body: JSON.stringify({ requests: [...batches, { type: 'close' }] }),
    signal: AbortSignal.timeout(deadlineMs),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new HttpRefusal(response.status);
  }
  const { results } = (await response.json()) as { results: WireBatch[] };
  return batches.map((_, i) => readBatch(results[i]));
};

/** The server answered, but not with results: 404 for an unknown namespace, 401 for a token it does not take. */
export class HttpRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}
