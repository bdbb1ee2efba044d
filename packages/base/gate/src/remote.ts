import { Failure } from '@mahalleh/kernel';
import { base64url } from './crypto.ts';
import { atomicBatch, HttpRefusal, pipeline, type Address, type BatchOutcome } from './hrana.ts';
import type { Reader } from './statement.ts';
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
const pause = (attempt: number): Promise<void> => new Promise((done) => setTimeout(done, 20 * 2 ** attempt * (0.5 + Math.random())));

const isPassing = (message: string): boolean => /locked|busy|BUSY/.test(message);

/** A reader over HTTP. Fails: not_found for a database that is not there, unavailable after retries. */
export const remoteReader = (fleet: Fleet, database: string): Reader => ({
  batch: async (statements) => {
    const address = await addressOf(fleet, database, 'ro');
    const request = [atomicBatch(statements, 'read')];
    let last = 'no answer';
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      if (attempt > 0) await pause(attempt);
      let outcome: BatchOutcome | undefined;
      try {
        [outcome] = await pipeline(address, request, READ_DEADLINE_MS);
      } catch (cause) {
        if (cause instanceof HttpRefusal && (cause.status === 404 || cause.status === 401)) throw new Failure('not_found', 'workspace_unknown');
        last = cause instanceof Error ? cause.name : 'error';
        continue;
      }
      if (outcome && 'results' in outcome) return outcome.results;
      last = outcome?.error.message ?? last;
      if (!isPassing(last)) throw new Error(`database refused: ${outcome?.error.code ?? ''} ${last}`);
    }
    throw new Failure('unavailable', 'database_unavailable', { detail: { cause: last.slice(0, 80) } });
  },
});
