import { and, eq, isNull, lt, ne } from 'drizzle-orm';
import { change, type Change, type Home, type WriteDb } from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import type { SessionStage } from './model.ts';
import { deviceLabel, LIFE } from './rules.ts';

/** By what somebody from outside is let in: a grant, and the instant at which it ends. */
export type Guest = { readonly grantId: string; readonly untilMs: number };

/** A session about to be. */
export type NewSession = {
  readonly id: string;
  readonly personId: string;
  readonly tokenHash: string;
  readonly stage: SessionStage;
  readonly userAgent: string;
  /** For somebody who looks in: by which grant, and when it ends. */
  readonly guest: Guest | null;
};

/** Opens a session, and clears away the person's that have ended. A guest's ends no later than the grant. */
export const openSession = (
  db: WriteDb<Home>,
  { userAgent, guest, ...session }: NewSession,
  nowMs: number,
): Change[] => [
  change(db.delete(sessions).where(and(eq(sessions.personId, session.personId), lt(sessions.expiresAtMs, nowMs)))),
  change(
    db.insert(sessions).values({
      ...session,
      device: deviceLabel(userAgent),
      createdAtMs: nowMs,
      expiresAtMs: Math.min(
        nowMs + (session.stage === 'totp' ? LIFE.secondFactor : LIFE.session),
        guest?.untilMs ?? Infinity,
      ),
      guestOf: guest?.grantId ?? null,
    }),
  ),
];

/** Signs a person out of every browser, but for the one named. */
export const closeSessions = (db: WriteDb<Home>, personId: string, nowMs: number, exceptId = ''): Change =>
  change(
    db
      .update(sessions)
      .set({ revokedAtMs: nowMs })
      .where(and(eq(sessions.personId, personId), ne(sessions.id, exceptId), isNull(sessions.revokedAtMs))),
  );
