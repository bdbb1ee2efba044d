import { sql } from 'drizzle-orm';
import { change, many, type Asked, type Change, type Home, type ReadDb, type WriteDb } from '@mahalleh/gate';
import { Failure } from '@mahalleh/kernel';
import { digest } from './one-time.ts';
import { attemptLimit, LIFE, lockedForMs, type Tries } from './rules.ts';

const WORKSPACE = 'workspace';

/** What is counted: sign-ins by address (known or not), second factors and proofs of the password by person. */
export const attemptKey = {
  signIn: (workspace: string, email: string) => `account:${digest(`${workspace}\n${email}`)}`,
  secondFactor: (personId: string) => `second:${personId}`,
  proof: (personId: string) => `proof:${personId}`,
} as const;

/** The failure of an account that is locked for so long. */
export const locked = (forMs: number): Failure =>
  new Failure('locked', 'account_locked', { detail: { minutes: Math.ceil(forMs / 60_000) } });

type Row = { key: string; failed_count: number; window_from_ms: number; locked_until_ms: number | null };

const triesOf = (row: Row | undefined): Tries | undefined =>
  row && { failedCount: row.failed_count, windowFromMs: row.window_from_ms, lockedUntilMs: row.locked_until_ms };

/** How many wrong attempts this key has left before it locks. Fails: locked, before any password is hashed. */
export const openAttempts = (db: ReadDb<Home>, key: string, nowMs: number): Asked<{ limit: number }> => {
  const asked = many(
    db.text<Row>(
      sql`select key, failed_count, window_from_ms, locked_until_ms from lockouts where key in (${key}, ${WORKSPACE})`,
    ),
  );
  return {
    query: asked.query,
    read: (rows) => {
      const found = asked.read(rows);
      const forMs = lockedForMs(found.find((row) => row.key === key)?.locked_until_ms, nowMs);
      if (forMs > 0) throw locked(forMs);
      return { limit: attemptLimit(triesOf(found.find((row) => row.key === WORKSPACE)), nowMs) };
    },
  };
};

/** The unique index that refuses an attempt saved while its key is locked: right or wrong, it ends alike. */
export const ATTEMPT_CONFLICT = { 'lockouts.key': 'attempts_too_fast' } as const;

/** The handle of any change: what is counted is written in plain SQL. */
type Writing = Pick<WriteDb<Home>, 'text'>;

const stopWhenLocked = (db: Writing, key: string, nowMs: number): Change =>
  change(
    db.text(
      sql`insert into lockouts (key, failed_count, window_from_ms, locked_until_ms) select key, 0, 0, null from lockouts where key = ${key} and locked_until_ms > ${nowMs}`,
    ),
  );

const count = (db: Writing, key: string, limit: number, nowMs: number): Change => {
  const oldest = nowMs - LIFE.attemptWindow;
  return change(
    db.text(
      sql`insert into lockouts (key, failed_count, window_from_ms, locked_until_ms) values (${key}, 1, ${nowMs}, null) on conflict (key) do update set locked_until_ms = case when window_from_ms > ${oldest} and failed_count + 1 >= ${limit} then ${nowMs + LIFE.lock} end, failed_count = case when window_from_ms > ${oldest} then failed_count + 1 else 1 end, window_from_ms = case when window_from_ms > ${oldest} then window_from_ms else excluded.window_from_ms end`,
    ),
  );
};

/** Writes a wrong attempt: for its key, which locks at the limit, and for the workspace, which never locks. */
export const countWrong = (db: Writing, key: string, limit: number, nowMs: number): Change[] => [
  stopWhenLocked(db, key, nowMs),
  count(db, key, limit, nowMs),
  count(db, WORKSPACE, Number.MAX_SAFE_INTEGER, nowMs),
  change(
    db.text(
      sql`delete from lockouts where window_from_ms <= ${nowMs - LIFE.attemptWindow} and coalesce(locked_until_ms, 0) <= ${nowMs}`,
    ),
  ),
];

/** Writes a right attempt: the count begins anew. */
export const forgetWrong = (db: Writing, key: string, nowMs: number): Change[] => [
  stopWhenLocked(db, key, nowMs),
  change(db.text(sql`delete from lockouts where key = ${key}`)),
];
