import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { change, defineOpenCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { attemptKey } from '../attempts.ts';
import { linkInForce } from '../link-in-force.ts';
import { zAcceptLink, zDone } from '../model.ts';
import { closeSessions } from '../open-session.ts';
import { hashPassword } from '../password-hash.ts';
import { mayUsePassword } from '../rules.ts';
import { accounts, invitations, lockouts } from '../schema.ts';

/** Uses a one-time link: opens the account, or sets its new password. Sign-in follows. */
export const acceptLink = defineOpenCommand({
  name: 'link.accept',
  permission: null,
  input: zAcceptLink,
  output: zDone,
  load: (db, { token }, { nowMs }) => ({ link: linkInForce(db, token, nowMs) }),
  compute: async ({ link }, { password }) => {
    const may = mayUsePassword(password, link);
    return isRefusal(may) ? { may, hash: '' } : { may, hash: await hashPassword(password) };
  },
  decide: ({ link }, _input, _facts, { may, hash }) => {
    if (link.isGuest) return refuse('guest_needs_authenticator');
    return isRefusal(may) ? may : { hash };
  },
  save: (db, { hash }, { link }, _input, { nowMs, workspace }) => {
    const password = { passwordHash: hash, passwordSetAtMs: nowMs };
    return [
      guarded(
        db
          .update(invitations)
          .set({ usedAtMs: nowMs })
          .where(and(eq(invitations.id, link.id), isNull(invitations.usedAtMs))),
      ),
      link.purpose === 'invite'
        ? change(
            db.insert(accounts).values({ personId: link.personId, email: link.email, ...password, createdAtMs: nowMs }),
          )
        : guarded(
            db
              .update(accounts)
              .set({ ...password, revision: sql`${accounts.revision} + 1` })
              .where(eq(accounts.personId, link.personId)),
          ),
      change(
        db
          .delete(lockouts)
          .where(inArray(lockouts.key, [attemptKey.signIn(workspace, link.email), attemptKey.proof(link.personId)])),
      ),
      closeSessions(db, link.personId, nowMs),
    ];
  },
  audit: (_decision, { link }) => ({ subject: link.personId, unitId: null, fields: ['passwordHash'] }),
  answer: (_decision, { link }) => ({ id: link.personId }),
  conflicts: { 'accounts.email': 'email_taken', 'accounts.person_id': 'account_exists' },
});
