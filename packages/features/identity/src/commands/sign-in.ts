import { and, eq, isNull, sql } from 'drizzle-orm';
import { defineOpenCommand, maybe } from '@mahalleh/gate';
import { Failure, refuse } from '@mahalleh/kernel';
import { people } from '@mahalleh/people/schema';
import { ATTEMPT_CONFLICT, attemptKey, countWrong, forgetWrong, openAttempts } from '../attempts.ts';
import { guestColumns, guestOf } from '../guest-in-force.ts';
import { type SessionStage, type SignedIn, zSignedIn, zSignIn } from '../model.ts';
import { mintSession } from '../one-time.ts';
import { openSession, type Guest } from '../open-session.ts';
import { passwordMatches } from '../password-hash.ts';
import { accounts } from '../schema.ts';

type Wrong = { outcome: 'wrong'; personId: string | null; key: string };
type Opened = {
  outcome: 'opened';
  personId: string;
  key: string;
  id: string;
  stage: SessionStage;
  tokenHash: string;
  cookie: string;
  guest: Guest | null;
};

/** Signs in with e-mail and password. An unknown address takes the same time, counts the same and ends in the same words. */
export const signIn = defineOpenCommand({
  name: 'session.begin',
  permission: null,
  input: zSignIn,
  output: zSignedIn,
  load: (db, { email }, { workspace, nowMs }) => ({
    account: maybe(
      db
        .select({
          personId: accounts.personId,
          passwordHash: accounts.passwordHash,
          isSuspended: accounts.isSuspended,
          totpEnrolledAtMs: accounts.totpEnrolledAtMs,
          isGuest: people.isGuest,
          ...guestColumns(sql`${accounts.personId}`, nowMs),
        })
        .from(accounts)
        .innerJoin(people, eq(people.id, accounts.personId))
        .where(and(eq(accounts.email, email), isNull(people.retiredAtMs))),
    ),
    attempts: openAttempts(db, attemptKey.signIn(workspace, email), nowMs),
  }),
  compute: async ({ account }, { password }, facts) => ({
    isRight: await passwordMatches(password, account?.passwordHash),
    session: await mintSession(facts, account?.isGuest ?? false),
  }),
  decide: (
    { account },
    { email },
    { workspace, newId },
    { isRight, session },
  ): Wrong | Opened | ReturnType<typeof refuse> => {
    const key = attemptKey.signIn(workspace, email);
    if (!account || !isRight) return { outcome: 'wrong', personId: account?.personId ?? null, key };
    if (account.isSuspended) return refuse('account_suspended');
    const guest = account.isGuest ? guestOf(account) : null;
    if (account.isGuest && guest === null) return refuse('look_in_over');
    // A guest without a second factor is not let in: nothing opens the session that waits for it.
    const stage = account.totpEnrolledAtMs === null && guest === null ? 'full' : 'totp';
    return { outcome: 'opened', personId: account.personId, key, id: newId(), stage, guest, ...session };
  },
  save: (db, decision, { attempts }, { presented }, { nowMs }) => {
    if (decision.outcome === 'wrong') return countWrong(db, decision.key, attempts.limit, nowMs);
    const { id, personId, stage, tokenHash, guest } = decision;
    const { userAgent } = presented;
    return [
      ...forgetWrong(db, decision.key, nowMs),
      ...openSession(db, { id, personId, stage, tokenHash, userAgent, guest }, nowMs),
    ];
  },
  audit: ({ outcome, personId }) => ({ subject: personId ?? 'account', unitId: null, fields: [outcome] }),
  answer: (decision): SignedIn => ({
    next: decision.outcome === 'opened' && decision.stage === 'totp' ? 'totp' : 'home',
  }),
  reveal: (decision) => (decision.outcome === 'opened' ? { cookie: decision.cookie } : {}),
  failAfterSave: ({ outcome }) => (outcome === 'wrong' ? new Failure('signed_out', 'sign_in_failed') : undefined),
  conflicts: ATTEMPT_CONFLICT,
});
