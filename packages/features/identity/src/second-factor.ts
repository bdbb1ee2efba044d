import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { guarded, maybe, type Asked, type Change, type Home, type ReadDb, type WriteDb } from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import { Failure } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { attemptKey, countWrong, forgetWrong, locked } from './attempts.ts';
import { guestColumns, guestOf } from './guest-in-force.ts';
import { openSession, type Guest } from './open-session.ts';
import { ATTEMPTS, lockedForMs } from './rules.ts';
import { accounts } from './schema.ts';

/** A session that waits for its second factor, with what is needed to check one. */
export type Pending = {
  readonly id: string;
  readonly personId: string;
  readonly totpSecretSealed: string | null;
  readonly totpLastStep: number | null;
  /** By what somebody from outside is let in; null for whoever works here. */
  readonly guest: Guest | null;
};

/** The pending session behind the presented token. Fails: signed_out without one, locked after too many wrong codes. */
export const pendingSession = (db: ReadDb<Home>, tokenHash: string | null, nowMs: number): Asked<Pending> => {
  const asked = maybe(
    db
      .select({
        id: sessions.id,
        personId: sessions.personId,
        totpSecretSealed: accounts.totpSecretSealed,
        totpLastStep: accounts.totpLastStep,
        isGuest: people.isGuest,
        ...guestColumns(sql`${sessions.personId}`, nowMs),
        lockedUntilMs: sql<
          number | null
        >`(select locked_until_ms from lockouts where key = ${attemptKey.secondFactor('')} || ${sessions.personId})`,
      })
      .from(sessions)
      .innerJoin(accounts, and(eq(accounts.personId, sessions.personId), eq(accounts.isSuspended, false)))
      .innerJoin(people, and(eq(people.id, sessions.personId), isNull(people.retiredAtMs)))
      .where(
        and(
          eq(sessions.tokenHash, tokenHash ?? ''),
          eq(sessions.stage, 'totp'),
          isNull(sessions.revokedAtMs),
          gt(sessions.expiresAtMs, nowMs),
        ),
      ),
  );
  return {
    query: asked.query,
    read: (rows) => {
      const found = asked.read(rows);
      if (!found) throw new Failure('signed_out', 'signed_out');
      const forMs = lockedForMs(found.lockedUntilMs, nowMs);
      if (forMs > 0) throw locked(forMs);
      const guest = found.isGuest ? guestOf(found) : null;
      if (found.isGuest && guest === null) throw new Failure('signed_out', 'look_in_over');
      return { ...found, guest };
    },
  };
};

/** What a presented second factor came to. */
export type SecondFactor<Used> =
  | { readonly outcome: 'wrong' }
  | {
      readonly outcome: 'opened';
      readonly used: Used;
      readonly id: string;
      readonly tokenHash: string;
      readonly cookie: string;
    };

/** Writes it: a wrong one is counted; a right one turns the pending session into a full one with a new token. */
export const saveSecondFactor = <Used>(
  db: WriteDb<Home>,
  decision: SecondFactor<Used>,
  { pending, userAgent, nowMs }: { pending: Pending; userAgent: string; nowMs: number },
  use: (used: Used) => Change,
): Change[] => {
  const key = attemptKey.secondFactor(pending.personId);
  if (decision.outcome === 'wrong') return countWrong(db, key, ATTEMPTS.perAccount, nowMs);
  const { id, tokenHash, used } = decision;
  return [
    ...forgetWrong(db, key, nowMs),
    use(used),
    guarded(
      db
        .update(sessions)
        .set({ revokedAtMs: nowMs })
        .where(and(eq(sessions.id, pending.id), isNull(sessions.revokedAtMs))),
    ),
    ...openSession(
      db,
      { id, personId: pending.personId, stage: 'full', tokenHash, userAgent, guest: pending.guest },
      nowMs,
    ),
  ];
};

/** How a wrong second factor ends. */
export const wrongCode = ({ outcome }: { readonly outcome: string }): Failure | undefined =>
  outcome === 'wrong'
    ? new Failure('signed_out', 'code_wrong', { fields: [{ field: 'code', reason: 'code_wrong' }] })
    : undefined;
