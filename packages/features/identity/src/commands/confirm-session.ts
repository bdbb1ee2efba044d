import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { defineOpenCommand, guarded } from '@mahalleh/gate';
import { ATTEMPT_CONFLICT } from '../attempts.ts';
import { type SignedIn, zConfirm, zSignedIn } from '../model.ts';
import { mintSession } from '../one-time.ts';
import { accounts } from '../schema.ts';
import { pendingSession, saveSecondFactor, wrongCode, type SecondFactor } from '../second-factor.ts';
import { totpStep } from '../totp.ts';

/** Shows the second factor of a sign-in. A code works once. */
export const confirmSession = defineOpenCommand({
  name: 'session.confirm',
  permission: null,
  input: zConfirm,
  output: zSignedIn,
  load: (db, { presented }, { nowMs }) => ({ pending: pendingSession(db, presented.tokenHash, nowMs) }),
  compute: async ({ pending: { personId, guest, totpSecretSealed: sealed } }, { code }, facts) => ({
    step:
      sealed === null
        ? null
        : await totpStep(await facts.secretFor('totp'), { personId, sealed, code, nowMs: facts.nowMs }),
    session: await mintSession(facts, guest !== null),
  }),
  decide: ({ pending }, _input, { newId }, { step, session }): SecondFactor<number> =>
    step === null || step <= (pending.totpLastStep ?? -1)
      ? { outcome: 'wrong' }
      : { outcome: 'opened', used: step, id: newId(), ...session },
  save: (db, decision, { pending }, { presented: { userAgent } }, { nowMs }) =>
    saveSecondFactor(db, decision, { pending, userAgent, nowMs }, (step) =>
      guarded(
        db
          .update(accounts)
          .set({ totpLastStep: step })
          .where(
            and(
              eq(accounts.personId, pending.personId),
              or(isNull(accounts.totpLastStep), lt(accounts.totpLastStep, step)),
            ),
          ),
      ),
    ),
  audit: ({ outcome }, { pending }) => ({ subject: pending.personId, unitId: null, fields: [outcome] }),
  answer: ({ outcome }): SignedIn => ({ next: outcome === 'opened' ? 'home' : 'totp' }),
  reveal: (decision) => (decision.outcome === 'opened' ? { cookie: decision.cookie } : {}),
  failAfterSave: (decision) => wrongCode(decision),
  conflicts: ATTEMPT_CONFLICT,
});
