import { and, eq, isNull, lt, ne } from 'drizzle-orm';
import { change, type Change, type Home, type WriteDb } from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import type { SessionStage } from './model.ts';
import { deviceLabel, LIFE } from './rules.ts';

/** A session about to be. */
export type NewSession = {
  readonly id: string;
  readonly personId: string;
  readonly tokenHash: string;
  readonly stage: SessionStage;
  readonly userAgent: string;
};

/** Opens a session, and clears away the person's that have ended. */
export const openSession = (db: WriteDb<Home>, { userAgent, ...session }: NewSession, nowMs: number): Change[] => [
  change(db.delete(sessions).where(and(eq(sessions.personId, session.personId), lt(sessions.expiresAtMs, nowMs)))),
  change(
    db.insert(sessions).values({
      ...session,
      device: deviceLabel(userAgent),
      createdAtMs: nowMs,
      expiresAtMs: nowMs + (session.stage === 'totp' ? LIFE.secondFactor : LIFE.session),
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
