import { and, eq, isNull } from 'drizzle-orm';
import { change, defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { ATTEMPT_CONFLICT, attemptKey, countWrong, forgetWrong } from '../attempts.ts';
import { zChangePassword, zDone } from '../model.ts';
import { closeSessions } from '../open-session.ts';
import { ownAccount, wrongProof } from '../own-account.ts';
import { hashPassword, passwordMatches } from '../password-hash.ts';
import { ATTEMPTS, mayUsePassword } from '../rules.ts';
import { accounts, invitations } from '../schema.ts';

type Decision = { outcome: 'wrong' } | { outcome: 'changed'; hash: string };

/** Changes one's own password, and signs out every other browser. */
export const changePassword = defineWorkspaceCommand({
  name: 'password.change',
  permission: null,
  input: zChangePassword,
  output: zDone,
  load: (db, _input, { nowMs }) => ({ account: ownAccount(db, nowMs) }),
  compute: async ({ account }, { current, next }) =>
    (await passwordMatches(current, account.passwordHash)) ? { hash: await hashPassword(next) } : { hash: null },
  decide: ({ account }, { current, next }, _facts, { hash }): Decision | Refusal => {
    if (hash === null) return { outcome: 'wrong' };
    const may = mayUsePassword(next, account);
    if (isRefusal(may)) return { ...may, field: 'next' };
    return next === current ? refuse('password_unchanged', { field: 'next' }) : { outcome: 'changed', hash };
  },
  save: (db, decision, { account }, _input, { nowMs, sessionId }) => {
    const key = attemptKey.proof(account.personId);
    if (decision.outcome === 'wrong') return countWrong(db, key, ATTEMPTS.perAccount, nowMs);
    return [
      ...forgetWrong(db, key, nowMs),
      guarded(
        db
          .update(accounts)
          .set({ passwordHash: decision.hash, passwordSetAtMs: nowMs })
          .where(and(eq(accounts.personId, account.personId), eq(accounts.passwordHash, account.passwordHash ?? ''))),
      ),
      closeSessions(db, account.personId, nowMs, sessionId),
      change(
        db
          .update(invitations)
          .set({ expiresAtMs: nowMs })
          .where(and(eq(invitations.personId, account.personId), isNull(invitations.usedAtMs))),
      ),
    ];
  },
  audit: ({ outcome }, { account }) => ({ subject: account.personId, unitId: null, fields: [outcome] }),
  answer: (_decision, { account }) => ({ id: account.personId }),
  failAfterSave: ({ outcome }) => wrongProof(outcome, 'current'),
  conflicts: ATTEMPT_CONFLICT,
});
