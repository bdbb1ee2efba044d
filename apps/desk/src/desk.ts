import {
  fromBase64url,
  keysOver,
  secretsFrom,
  sha256,
  type PersonKeys,
  type ResultSet,
  type SqlValue,
  type Statement,
  type WriteJob,
  type WriteOutcome,
} from '@mahalleh/gate';
import {
  addressOf,
  atomicBatch,
  HttpRefusal,
  pipeline,
  tokenMint,
  type BatchOutcome,
  type Fleet,
} from '@mahalleh/gate/lane';
import { newId } from '@mahalleh/kernel';
import { Fault } from './fault.ts';
import type { Run } from './run.ts';

const READ_MS = 120_000;
const DEFINE_MS = 600_000;
const OPERATOR_MS = 300_000;
const PATIENCE = 6;

/** What a write of the desk is called in the audit log. */
export type Entry = { readonly action: string; readonly subject: string; readonly fields?: readonly string[] };

/** A file and where it lies in the store. */
export type StoredFile = { readonly key: string; readonly bytes: Uint8Array; readonly contentType: string };

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const nameOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** The operator's way to the databases of one running nation. */
export class Desk {
  readonly #run: Run;
  readonly #fleet: Fleet;
  readonly data: string;
  readonly url: string;
  readonly secretFor: (database: string, purpose: string) => Promise<Uint8Array>;
  /** The store of people's keys, as the API has it. */
  readonly keys: PersonKeys;

  constructor(run: Run) {
    this.#run = run;
    this.data = run.data;
    this.url = run.url;
    this.#fleet = { url: `http://127.0.0.1:${run.ports.db}`, mint: tokenMint(run.dbTokenJwk), nowMs: Date.now };
    this.secretFor = secretsFrom(fromBase64url(run.deploymentSecret));
    this.keys = keysOver((path, init) => fetch(`http://127.0.0.1:${run.ports.keys}${path}`, init), run.keysToken);
  }

  /** Asks everything in one atomic read. Shape: null when there is no such database. Fails: with what the database said. */
  async look(database: string, statements: readonly Statement[]): Promise<ResultSet[] | null> {
    const at = await addressOf(this.#fleet, database, 'ro');
    for (let attempt = 1; ; attempt++) {
      let outcome: BatchOutcome | undefined;
      try {
        [outcome] = await pipeline(at, [atomicBatch(statements, 'read')], READ_MS);
      } catch (error) {
        if (error instanceof HttpRefusal && error.status === 404) return null;
        if (attempt < PATIENCE) {
          await pause(200 * attempt);
          continue;
        }
        throw new Fault(`The database ${database} did not answer (${nameOf(error)}).`);
      }
      if (outcome && 'results' in outcome) return outcome.results;
      const message = outcome?.error.message ?? 'no answer';
      if (!/locked|busy/i.test(message) || attempt >= PATIENCE)
        throw new Fault(`The database ${database} refused a question: ${message}`);
      await pause(200 * attempt);
    }
  }

  /** As `look`. Fails: when there is no such database. */
  async read(database: string, statements: readonly Statement[]): Promise<ResultSet[]> {
    const results = await this.look(database, statements);
    if (!results) throw new Fault(`There is no database ${database} yet; desk provision ${database} makes it.`);
    return results;
  }

  /** The rows of one question. */
  async rows(database: string, sql: string, args: readonly SqlValue[] = []): Promise<ResultSet['rows']> {
    const [result] = await this.read(database, [{ sql, args }]);
    return result?.rows ?? [];
  }

  /** Saves through the lane: everything or nothing, with its audit row first. Fails: with what the database said. */
  async write(
    database: string,
    { action, subject, fields = [] }: Entry,
    statements: readonly Statement[],
  ): Promise<void> {
    const commandId = newId();
    const audit: Statement = {
      sql: 'insert into audit_log (command_id, at_ms, actor_kind, actor_id, action, subject, unit_id, input_hash, result_json, fields_json) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      args: [
        commandId,
        Date.now(),
        'operator',
        'desk',
        action,
        subject,
        null,
        await sha256(`${action}\n${subject}`),
        '{}',
        JSON.stringify(fields),
      ],
    };
    const outcome = await this.send(database, { commandId, statements: [audit, ...statements] });
    if (outcome.outcome !== 'saved')
      throw new Fault(`${action} was not saved in ${database}: ${outcome.code} ${outcome.message}`.trim());
  }

  /** Sends a save that has its audit row already through the lane, and says what became of it. Fails: when nobody answers. */
  async send(database: string, job: WriteJob): Promise<WriteOutcome> {
    const answer = await this.#ask('POST', `/lane/${database}/write`, job);
    const outcome = (await answer.json()) as WriteOutcome | { readonly outcome?: undefined };
    return outcome.outcome === undefined
      ? { outcome: 'failed', code: String(answer.status), message: 'no outcome' }
      : outcome;
  }

  /** Puts a file into the store of files. Fails: when the store refuses. */
  async store({ key, bytes, contentType }: StoredFile): Promise<void> {
    const answer = await this.#ask(
      'POST',
      `/blob?key=${encodeURIComponent(key)}&type=${encodeURIComponent(contentType)}`,
      bytes,
    );
    if (!answer.ok) throw new Fault(`The store of files answered ${answer.status} to ${key}.`);
  }

  /** Speaks to the operator's entrance. Fails: when it is not there or refuses. */
  async operator(method: 'GET' | 'POST', path: string): Promise<unknown> {
    const answer = await this.#ask(method, path);
    if (!answer.ok)
      throw new Fault(
        `The operator's entrance answered ${answer.status} to ${path}: ${(await answer.text()).slice(0, 200)}`,
      );
    return answer.json();
  }

  /** Does something while the lane of a database sends nothing; lets it go on afterwards, come what may. */
  async holding<T>(database: string, work: () => Promise<T>): Promise<T> {
    await this.operator('POST', `/lane/${database}/hold`);
    try {
      return await work();
    } finally {
      await this.operator('POST', `/lane/${database}/release`);
    }
  }

  /** Changes the tables of a database, straight at the server, in one atomic batch: only while its lane is held. Fails: with what it said. */
  async define(database: string, statements: readonly Statement[]): Promise<void> {
    const at = await addressOf(this.#fleet, database, 'rw');
    const [outcome] = await pipeline(at, [atomicBatch(statements, 'write')], DEFINE_MS);
    if (!outcome || !('results' in outcome)) throw new Fault(`${database}: ${outcome?.error.message ?? 'no answer'}`);
  }

  /** Speaks to the administration of the libSQL server. */
  admin(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.#run.ports.dbAdmin}/v1/namespaces/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(READ_MS),
    });
  }

  /** Speaks to the store of people's keys as its operator: to list, to put back. Fails: when it does not answer. */
  async keyStore(method: 'GET' | 'PUT', path: string, body?: Uint8Array): Promise<Response> {
    try {
      return await fetch(`http://127.0.0.1:${this.#run.ports.keys}/${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#run.operatorToken}` },
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        signal: AbortSignal.timeout(OPERATOR_MS),
      });
    } catch (error) {
      throw new Fault(`The store of people's keys does not answer (${nameOf(error)}).`);
    }
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    try {
      return await fetch(`http://127.0.0.1:${this.#run.ports.operator}${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#run.operatorToken}`, 'content-type': 'application/json' },
        ...(body === undefined
          ? {}
          : { body: body instanceof Uint8Array ? new Blob([body.slice()]) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(OPERATOR_MS),
      });
    } catch (error) {
      throw new Fault(`The nation's operator entrance does not answer (${nameOf(error)}).`);
    }
  }
}
