import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { change, defineOpenCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { attemptKey } from '../attempts.ts';
import { linkInForce } from '../link-in-force.ts';
import { zAcceptAsGuest, zDone } from '../model.ts';
import { closeSessions } from '../open-session.ts';
import { hashPassword } from '../password-hash.ts';
import { mayUsePassword } from '../rules.ts';
import { accounts, invitations, lockouts, recoveryCodes } from '../schema.ts';
import { totpStep } from '../totp.ts';

/**
 * Opens the account of a guest: password and authenticator at once, so that there never is one without a second factor. Whoever
 * looked in before gets a new password and a new authenticator. There are no recovery codes: who loses the phone is granted anew.
 */
export const acceptAsGuest = defineOpenCommand({
  name: 'link.accept_as_guest',
  permission: null,
  input: zAcceptAsGuest,
  output: zDone,
  load: (db, { token }, { nowMs }) => ({ link: linkInForce(db, token, nowMs) }),
  compute: async ({ link }, { password, code }, facts) => {
    const { personId, totpSecretSealed: sealed } = link;
    const key = await facts.secretFor('totp');
    const may = mayUsePassword(password, link);
    return {
      may,
      hash: isRefusal(may) ? '' : await hashPassword(password),
      step: sealed === null ? null : await totpStep(key, { personId, sealed, code, nowMs: facts.nowMs }),
    };
  },
  decide: ({ link }, _input, _facts, { may, hash, step }) => {
    if (!link.isGuest) return refuse('guest_link_only');
    if (link.totpSecretSealed === null) return refuse('totp_not_begun');
    if (isRefusal(may)) return may;
    if (step === null) return refuse('code_wrong', { field: 'code' });
    return { hash, step, sealed: link.totpSecretSealed };
  },
  save: (db, { hash, step, sealed }, { link }, _input, { nowMs, workspace }) => {
    const secrets = {
      passwordHash: hash,
      passwordSetAtMs: nowMs,
      totpSecretSealed: sealed,
      totpEnrolledAtMs: nowMs,
      totpLastStep: step,
    };
    return [
      guarded(
        db
          .update(invitations)
          .set({ usedAtMs: nowMs, totpSecretSealed: null })
          .where(
            and(eq(invitations.id, link.id), isNull(invitations.usedAtMs), eq(invitations.totpSecretSealed, sealed)),
          ),
      ),
      change(
        db
          .insert(accounts)
          .values({ personId: link.personId, email: link.email, ...secrets, createdAtMs: nowMs })
          .onConflictDoUpdate({
            target: accounts.personId,
            set: { ...secrets, revision: sql`${accounts.revision} + 1` },
          }),
      ),
      change(db.delete(recoveryCodes).where(eq(recoveryCodes.personId, link.personId))),
      change(
        db
          .delete(lockouts)
          .where(
            inArray(lockouts.key, [attemptKey.signIn(workspace, link.email), attemptKey.secondFactor(link.personId)]),
          ),
      ),
      closeSessions(db, link.personId, nowMs),
    ];
  },
  audit: (_decision, { link }) => ({
    subject: link.personId,
    unitId: null,
    fields: ['passwordHash', 'totpSecretSealed', 'totpEnrolledAtMs'],
  }),
  answer: (_decision, { link }) => ({ id: link.personId }),
  conflicts: { 'accounts.email': 'email_taken' },
});
