import { and, eq, isNull, sql } from 'drizzle-orm';
import { defineOpenCommand, guarded, many } from '@mahalleh/gate';
import { ATTEMPT_CONFLICT } from '../attempts.ts';
import { type SignedIn, zRecover, zSignedIn } from '../model.ts';
import { mintSession, recoveryHash } from '../one-time.ts';
import { recoveryCodes } from '../schema.ts';
import { pendingSession, saveSecondFactor, wrongCode, type SecondFactor } from '../second-factor.ts';

/** Shows a recovery code in place of the second factor. Each works once. */
export const recoverSession = defineOpenCommand({
  name: 'session.recover',
  permission: null,
  input: zRecover,
  output: zSignedIn,
  load: (db, { presented }, { nowMs }) => ({
    pending: pendingSession(db, presented.tokenHash, nowMs),
    codes: many(
      db
        .select({ id: recoveryCodes.id, codeHash: recoveryCodes.codeHash })
        .from(recoveryCodes)
        .where(
          and(
            isNull(recoveryCodes.usedAtMs),
            sql`${recoveryCodes.personId} = (select ps.person_id from sessions ps where ps.token_hash = ${presented.tokenHash ?? ''})`,
          ),
        ),
    ),
  }),
  compute: async ({ pending, codes }, { code }, facts) => {
    const hash = await recoveryHash(facts, pending.personId, code);
    return {
      matched: codes.find(({ codeHash }) => codeHash === hash)?.id,
      session: await mintSession(facts, pending.guest !== null),
    };
  },
  decide: (_state, _input, { newId }, { matched, session }): SecondFactor<string> =>
    matched === undefined ? { outcome: 'wrong' } : { outcome: 'opened', used: matched, id: newId(), ...session },
  save: (db, decision, { pending }, { presented: { userAgent } }, { nowMs }) =>
    saveSecondFactor(db, decision, { pending, userAgent, nowMs }, (codeId) =>
      guarded(
        db
          .update(recoveryCodes)
          .set({ usedAtMs: nowMs })
          .where(and(eq(recoveryCodes.id, codeId), isNull(recoveryCodes.usedAtMs))),
      ),
    ),
  audit: ({ outcome }, { pending }) => ({ subject: pending.personId, unitId: null, fields: [outcome] }),
  answer: ({ outcome }): SignedIn => ({ next: outcome === 'opened' ? 'home' : 'totp' }),
  reveal: (decision) => (decision.outcome === 'opened' ? { cookie: decision.cookie } : {}),
  failAfterSave: (decision) => wrongCode(decision),
  conflicts: ATTEMPT_CONFLICT,
});
