import { Failure } from '@mahalleh/kernel';
import { base64url } from './crypto.ts';
import { atomicBatch, HttpRefusal, pipeline, type Address, type BatchOutcome } from './hrana.ts';
import type { KeptStream } from './kept-stream.ts';
import { ReadQueue } from './lane/read-queue.ts';
import type { Reader, Statement } from './statement.ts';
import type { TokenMint } from './tokens.ts';

const READ_DEADLINE_MS = 5_000;
const RETRIES = 3;

/** Where the databases are: one server with namespaces, or one host name per database (`{database}` in the address). */
export type Fleet = { readonly url: string; readonly mint: TokenMint; readonly nowMs: () => number };

/** The address of one database and a token that opens it and no other. */
export const addressOf = async (fleet: Fleet, database: string, access: 'ro' | 'rw'): Promise<Address> => {
  const authorization = `Bearer ${await fleet.mint(database, access, fleet.nowMs())}`;
  const json = { 'content-type': 'application/json', authorization };
  if (fleet.url.includes('{database}')) return { url: fleet.url.replace('{database}', database), headers: json };
  return { url: fleet.url, headers: { ...json, 'x-namespace-bin': base64url(new TextEncoder().encode(database)) } };
};

/** Waits a little longer each time, and never the same. Unit: milliseconds. */
const pause = (attempt: number): Promise<void> =>
  new Promise((done) => setTimeout(done, 20 * 2 ** attempt * (0.5 + Math.random())));

const isPassing = (message: string): boolean => /locked|busy|BUSY/.test(message);

/** Sends one atomic read. Fails: HttpRefusal, or any Error when the request did not come back. */
type SendRead = (statements: readonly Statement[]) => Promise<BatchOutcome>;

/** A reader that tries again while the fault is a passing one. Fails: not_found for a database that is not there, unavailable after retries. */
const retrying = (send: SendRead): Reader => ({
  batch: async (statements) => {
    let last = 'no answer';
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      if (attempt > 0) await pause(attempt);
      let outcome: BatchOutcome;
      try {
        outcome = await send(statements);
      } catch (cause) {
        if (cause instanceof HttpRefusal && (cause.status === 404 || cause.status === 401))
          throw new Failure('not_found', 'workspace_unknown');
        last = cause instanceof Error ? cause.name : 'error';
        continue;
      }
      if ('results' in outcome) return outcome.results;
      if (outcome.error.code === 'HTTP_404' || outcome.error.code === 'HTTP_401')
        throw new Failure('not_found', 'workspace_unknown');
      last = outcome.error.message;
      if (!isPassing(last) && outcome.error.code !== 'NO_ANSWER')
        throw new Error(`database refused: ${outcome.error.code} ${last}`);
    }
    throw new Failure('unavailable', 'database_unavailable', { detail: { cause: last.slice(0, 80) } });
  },
});

/** A reader over HTTP, one request each. */
export const remoteReader = (fleet: Fleet, database: string): Reader =>
  retrying(async (statements) => {
    const [outcome] = await pipeline(
      await addressOf(fleet, database, 'ro'),
      [atomicBatch(statements, 'read')],
      READ_DEADLINE_MS,
    );
    return outcome ?? { error: { code: 'NO_ANSWER', message: 'no answer' } };
  });

/** A reader through the lane of the database, where reads that arrive together travel together. `read` is the lane's method: it answers a lost request as an error. */
export const gatheredReader = (read: SendRead): Reader => retrying(read);

/** The gathering side, for the lane: reads with a token of its own, over a stream that is kept. Shape: a lost request becomes the error `NO_ANSWER`, a refusal `HTTP_n`. */
export const readGatherer = (fleet: Fleet, database: string, kept: KeptStream): SendRead => {
  const queue = new ReadQueue(async (batches) =>
    pipeline(await addressOf(fleet, database, 'ro'), batches, READ_DEADLINE_MS, kept),
  );
  return async (statements) => {
    try {
      return await queue.read(statements);
    } catch (cause) {
      return {
        error: {
          code: cause instanceof HttpRefusal ? `HTTP_${cause.status}` : 'NO_ANSWER',
          message: cause instanceof Error ? cause.name : 'error',
        },
      };
    }
  };
};
