import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createClient, type Client, type InValue } from '@libsql/client';
import type { Role } from '@mahalleh/access';
import { Failure, newId } from '@mahalleh/kernel';
import { mintContext, type GatePorts, type PersonKeys, type WorkspaceContext } from './context.ts';
import { NATION } from './doors.ts';
import { secretsFrom, sha256 } from './crypto.ts';
import type { Reader, ResultSet, SqlValue, Statement } from './statement.ts';
import type { Home } from './tables.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../../infra/migrations');

const statementsOf = (kind: Home): string[] => {
  const folder = join(MIGRATIONS, kind);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return [
    ...files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint')),
    `update meta set value = '${files.length}' where key = 'schema_version'`,
  ];
};

const bound = (args: Statement['args']): InValue[] | Record<string, InValue> =>
  Array.isArray(args)
    ? args.map((arg: unknown) => (typeof arg === 'boolean' ? Number(arg) : (arg as InValue)))
    : (args as Record<string, InValue>);

const resultOf = (set: Awaited<ReturnType<Client['execute']>>): ResultSet => ({
  columns: set.columns,
  rows: set.rows.map((row) => Array.from({ length: set.columns.length }, (_, i) => row[i] as SqlValue)),
  affected: set.rowsAffected,
});

const sqlOf = ({ sql, args }: Statement) => ({ sql, args: bound(args) });

/** A store of people's keys in memory, `undefined` standing for one that was destroyed. */
export const testKeys = (store: Map<string, Uint8Array | undefined>): PersonKeys => ({
  create: async (workspace, id) => {
    const name = `${workspace}/${id}`;
    if (store.has(name)) throw new Failure('conflict', 'key_exists');
    const key = crypto.getRandomValues(new Uint8Array(32));
    store.set(name, key);
    return key;
  },
  read: async (workspace, ids) =>
    new Map(
      ids.flatMap((id) => {
        const key = store.get(`${workspace}/${id}`);
        return key ? [[id, key] as const] : [];
      }),
    ),
  destroy: async (workspace, id) => void store.set(`${workspace}/${id}`, undefined),
});

/** A migrated database in a file, with the gate's ports over it: what a command's test runs against. */
export type TestWorkspace<H extends Home> = {
  readonly ports: GatePorts;
  /** Sets the clock. Unit: UTC milliseconds. */
  setNow(ms: number): void;
  /** A context of a fresh person who holds these roles (unit ids given). */
  as(
    ...grants: { role: Role; unitId: string; agencyId?: string }[]
  ): Promise<WorkspaceContext<H> & { personId: string }>;
  /** A context of somebody from outside who looks in by this grant until then, with these roles. Unit: UTC milliseconds. */
  asGuest(
    lookin: { id: string; untilMs: number },
    ...grants: { role: Role; unitId: string }[]
  ): Promise<WorkspaceContext<H> & { personId: string }>;
  /** A context with nobody signed in. */
  visitor(): WorkspaceContext<H>;
  sql(text: string, args?: SqlValue[]): Promise<Record<string, SqlValue>[]>;
  /** The audit rows so far, oldest first. */
  audit(): Promise<Record<string, SqlValue>[]>;
  /** What was put into the store of files. */
  readonly files: Map<string, Uint8Array>;
  /** The keys of people by workspace and id; `undefined` is one that was destroyed. */
  readonly keys: Map<string, Uint8Array | undefined>;
  close(): void;
};

const open = async <H extends Home>(home: H, database: string): Promise<TestWorkspace<H>> => {
  const folder = mkdtempSync(join(tmpdir(), 'mahalleh-'));
  const client = createClient({ url: `file:${join(folder, 'data.db')}` });
  await client.batch(statementsOf(home), 'write');
  let nowMs = Date.parse('2026-11-22T08:00:00Z');
  const files = new Map<string, Uint8Array>();
  const keys = new Map<string, Uint8Array | undefined>();
  const deriveSecret = secretsFrom(new Uint8Array(32).fill(7));
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined);
    return next;
  };
  const reader: Reader = {
    batch: async (statements) => {
      const results = await inTurn(async () => (await client.batch(statements.map(sqlOf), 'read')).map(resultOf));
      // An answer takes its way, so that commands sent at once read the same state, as they do over a network.
      await setImmediate();
      return results;
    },
  };
  const ports: GatePorts = {
    nowMs: () => nowMs,
    newId,
    secretFor: deriveSecret,
    blobs: {
      put: async (key, bytes) => void files.set(key, bytes),
      get: async (key) => {
        const found = files.get(key);
        return found ? new Blob([found as Uint8Array<ArrayBuffer>]).stream() : null;
      },
      remove: async (key) => void files.delete(key),
    },
    keys: testKeys(keys),
    databases: {
      reader: () => reader,
      loader: () => reader,
      lane: () => ({
        write: ({ statements }) =>
          inTurn(async () => {
            try {
              return {
                outcome: 'saved' as const,
                results: (await client.batch(statements.map(sqlOf), 'write')).map(resultOf),
              };
            } catch (cause) {
              const message = cause instanceof Error ? cause.message : String(cause);
              return { outcome: 'failed' as const, code: 'SQLITE_ERROR', message };
            }
          }),
      }),
    },
  };
  const sql = async (text: string, args: SqlValue[] = []): Promise<Record<string, SqlValue>[]> => {
    const set = resultOf(await inTurn(() => client.execute({ sql: text, args: bound(args) as InValue[] })));
    return set.rows.map((row) => Object.fromEntries(set.columns.map((name, i) => [name, row[i] ?? null])));
  };
  const signIn = async (
    grants: readonly { role: Role; unitId: string; agencyId?: string }[],
    lookin: { id: string; untilMs: number } | null,
  ) => {
    const personId = newId();
    const tokenHash = await sha256(personId);
    await sql(
      'insert into people (id, full_name, name_folded, is_sample, is_guest, registered_at_ms, revision) values (?, ?, ?, 1, ?, ?, 1)',
      [personId, 'Sample Person', 'sample person', Number(lookin !== null), nowMs],
    );
    await sql(
      'insert into sessions (id, person_id, token_hash, stage, device, created_at_ms, expires_at_ms, guest_of) values (?, ?, ?, ?, ?, ?, ?, ?)',
      [newId(), personId, tokenHash, 'full', 'test', nowMs, lookin?.untilMs ?? nowMs + 1e13, lookin?.id ?? null],
    );
    for (const { role, unitId, agencyId } of grants)
      await sql(
        'insert into role_grants (id, person_id, role, unit_id, agency_id, granted_at_ms, until_ms) values (?, ?, ?, ?, ?, ?, ?)',
        [newId(), personId, role, unitId, agencyId ?? null, nowMs, lookin?.untilMs ?? null],
      );
    return Object.assign(mintContext(home, { ports, database, tokenHash, isGuest: lookin !== null }), { personId });
  };
  return {
    ports,
    files,
    keys,
    sql,
    setNow: (ms) => {
      nowMs = ms;
    },
    visitor: () => mintContext(home, { ports, database, tokenHash: null, isGuest: false }),
    as: (...grants) => signIn(grants, null),
    asGuest: (lookin, ...grants) => signIn(grants, lookin),
    audit: () => sql('select * from audit_log order by seq'),
    close: () => {
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Opens a fresh province in a temporary file, migrated, empty but for its periods. */
export const openTestProvince = (slug = 'qom'): Promise<TestWorkspace<'province'>> => open('province', slug);

/** Opens a fresh national database in a temporary file, migrated and empty. */
export const openTestNation = (): Promise<TestWorkspace<'national'>> => open('national', NATION);
