import type { KeptStream } from './kept-stream.ts';
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
type Condition = { type: 'ok'; step: number } | { type: 'not'; cond: Condition } | { type: 'and'; conds: Condition[] };
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

/** Where each job's statements lie among the steps of a group, and the steps that close it. */
type Plan = { readonly first: number; readonly count: number; readonly release: number };

const ok = (step: number): Condition => ({ type: 'ok', step });
const not = (cond: Condition): Condition => ({ type: 'not', cond });

/**
 * Several jobs in one transaction, each within a savepoint of its own: one that fails is rolled back alone, the others
 * commit together, and the disk is waited for once.
 */
const groupBatch = (
  jobs: readonly (readonly Statement[])[],
  asks: readonly Statement[],
): { request: BatchRequest; plans: Plan[]; asked: number; commit: number } => {
  const steps: Step[] = [{ stmt: { sql: 'BEGIN IMMEDIATE' } }];
  const add = (stmt: Stmt, condition: Condition): number => steps.push({ stmt, condition }) - 1;
  const plans = jobs.map((statements): Plan => {
    const savepoint = add({ sql: 'SAVEPOINT job' }, ok(0));
    let last = savepoint;
    for (const statement of statements) last = add(encodeStatement(statement), ok(last));
    const release = add({ sql: 'RELEASE job' }, ok(last));
    const back = add({ sql: 'ROLLBACK TO job' }, { type: 'and', conds: [ok(savepoint), not(ok(release))] });
    add({ sql: 'RELEASE job' }, ok(back));
    return { first: savepoint + 1, count: statements.length, release };
  });
  const asked = steps.length;
  for (const ask of asks) add(encodeStatement(ask), ok(0));
  const commit = add({ sql: 'COMMIT' }, ok(0));
  add({ sql: 'ROLLBACK' }, not(ok(commit)));
  return { request: { type: 'batch', batch: { steps } }, plans, asked, commit };
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

/** Reads the answer to a group: what became of each job. Fails: GroupUnclear when the group as a whole did not commit. */
const readGroup = (answer: WireBatch | undefined, plans: readonly Plan[], commit: number): BatchOutcome[] => {
  if (!answer || answer.type === 'error') throw new GroupUnclear();
  const { step_results: results, step_errors: errors } = answer.response.result;
  const began = errors[0];
  if (began) return plans.map(() => ({ error: { code: began.code ?? 'ERROR', message: began.message } }));
  if (!results[commit]) throw new GroupUnclear();
  return plans.map(({ first, count, release }) => {
    const error = errors.slice(first, release + 1).find((e) => e !== null);
    if (error) return { error: { code: error.code ?? 'ERROR', message: error.message } };
    return {
      results: results
        .slice(first, first + count)
        .map((r) => (r ? decodeResult(r) : { columns: [], rows: [], affected: 0 })),
    };
  });
};

/** What a group of saves came to, and what it was asked: null when that was not answered. */
export type GroupOutcome = { readonly saves: BatchOutcome[]; readonly asked: readonly ResultSet[] | null };

/** Where a database is, and the token that opens it. */
export type Address = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** Saves jobs in one transaction, which asks before it ends; without a job, asks alone. Fails: as `pipeline`, and GroupUnclear. */
export const saveGroup = async (
  at: Address,
  jobs: readonly (readonly Statement[])[],
  asks: readonly Statement[],
  deadlineMs: number,
  kept?: KeptStream,
): Promise<GroupOutcome> => {
  if (jobs.length === 0) {
    const [read] = await pipeline(at, [atomicBatch(asks, 'read')], deadlineMs, kept);
    return { saves: [], asked: read && 'results' in read ? read.results : null };
  }
  const { request, plans, asked, commit } = groupBatch(jobs, asks);
  const [answer] = await send(at, [request], deadlineMs, kept);
  const saves = readGroup(answer, plans, commit);
  const told = answer?.type === 'ok' ? answer.response.result.step_results.slice(asked, asked + asks.length) : [];
  return { saves, asked: told.every((one) => one !== null) ? told.map((one) => decodeResult(one)) : null };
};

/** Sends batches in one request. Fails: TypeError or AbortError when the server cannot be reached in time; Error `HTTP n` on a refusal. */
export const pipeline = async (
  at: Address,
  batches: readonly BatchRequest[],
  deadlineMs: number,
  kept?: KeptStream,
): Promise<BatchOutcome[]> => {
  const answers = await send(at, batches, deadlineMs, kept);
  return batches.map((_, i) => readBatch(answers[i]));
};

type Reply = { readonly baton?: string | null; readonly base_url?: string | null; readonly results: WireBatch[] };

/** Whether no transaction is open any more: the last two steps of every batch are its commit and its way back, and one of them was done. */
const isOver = (answer: WireBatch): boolean =>
  answer.type === 'ok' && answer.response.result.step_results.slice(-2).some((step) => step !== null);

const send = async (
  at: Address,
  batches: readonly BatchRequest[],
  deadlineMs: number,
  kept?: KeptStream,
): Promise<WireBatch[]> => {
  const isKept = kept !== undefined && !kept.isPaused;
  const requests = isKept ? batches : [...batches, { type: 'close' }];
  const place = `${at.url} ${at.headers['x-namespace-bin'] ?? ''}`;
  const post = ({ url, baton }: { url: string; baton: string | null }): Promise<Response> =>
    fetch(`${url}/v2/pipeline`, {
      method: 'POST',
      headers: at.headers,
      body: JSON.stringify({ baton, requests }),
      signal: AbortSignal.timeout(deadlineMs),
    });
  const going = kept?.take(place);
  let response = await post(going ?? { url: at.url, baton: null });
  if (going && !response.ok && response.status < 500) {
    // The stream is over there (a restart, silence); nothing of the request was done.
    await response.body?.cancel();
    response = await post({ url: at.url, baton: null });
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new HttpRefusal(response.status);
  }
  const { baton, base_url: url, results } = (await response.json()) as Reply;
  if (isKept && baton && results.every(isOver)) kept.keep(place, { url: url ?? going?.url ?? at.url, baton });
  return results;
};

/** The server answered, but not with results: 404 for an unknown namespace, 401 for a token it does not take. */
export class HttpRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/** The server answered, but the group as a whole did not commit: the jobs are looked up, and then sent one by one. */
export class GroupUnclear extends Error {}
