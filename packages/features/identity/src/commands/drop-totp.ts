import { and, eq, isNotNull } from 'drizzle-orm';
import { change, defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { refuse, type Refusal } from '@mahalleh/kernel';
import { ATTEMPT_CONFLICT, attemptKey, countWrong, forgetWrong } from '../attempts.ts';
import { zDone, zProof } from '../model.ts';
import { ownAccount, wrongProof } from '../own-account.ts';
import { passwordMatches } from '../password-hash.ts';
import { ATTEMPTS } from '../rules.ts';
import { accounts, recoveryCodes } from '../schema.ts';

/** Gives up the second factor, for the password as proof; the way to change phones. */
export const dropTotp = defineWorkspaceCommand({
  name: 'totp.drop',
  permission: null,
  input: zProof,
  output: zDone,
  load: (db, _input, { nowMs }) => ({ account: ownAccount(db, nowMs) }),
  compute: async ({ account }, { password }) => ({ isRight: await passwordMatches(password, account.passwordHash) }),
  decide: ({ account }, _input, _facts, { isRight }): { outcome: 'wrong' | 'dropped' } | Refusal => {
    if (account.totpEnrolledAtMs === null) return refuse('totp_not_enrolled');
    return { outcome: isRight ? 'dropped' : 'wrong' };
  },
  save: (db, { outcome }, { account: { personId } }, _input, { nowMs }) => {
    const key = attemptKey.proof(personId);
    if (outcome === 'wrong') return countWrong(db, key, ATTEMPTS.perAccount, nowMs);
    return [
      ...forgetWrong(db, key, nowMs),
      guarded(
        db
          .update(accounts)
          .set({ totpSecretSealed: null, totpEnrolledAtMs: null, totpLastStep: null })
          .where(and(eq(accounts.personId, personId), isNotNull(accounts.totpEnrolledAtMs))),
      ),
      change(db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))),
    ];
  },
  audit: ({ outcome }, { account }) => ({ subject: account.personId, unitId: null, fields: [outcome] }),
  answer: (_decision, { account }) => ({ id: account.personId }),
  failAfterSave: ({ outcome }) => wrongProof(outcome, 'password'),
  conflicts: ATTEMPT_CONFLICT,
});
