import { and, eq, inArray, sql } from 'drizzle-orm';
import { change, defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { isRefusal } from '@mahalleh/kernel';
import { actorStillAdministers } from '@mahalleh/people';
import { mayRemove } from '@mahalleh/people/rules';
import { administered } from '../administered.ts';
import { attemptKey } from '../attempts.ts';
import { zLinkMade, zReset } from '../model.ts';
import { linkEnds, openLink } from '../one-time-link.ts';
import { mintLink } from '../one-time.ts';
import { closeSessions } from '../open-session.ts';
import { accounts, lockouts, recoveryCodes } from '../schema.ts';

const NO_TOTP = { totpSecretSealed: null, totpEnrolledAtMs: null, totpLastStep: null } as const;

/** Ends a person's password, and on demand the second factor; makes the one-time link that sets a new one. Shown once, holds for a day. */
export const resetAccount = defineWorkspaceCommand({
  name: 'account.reset',
  permission: 'account.reset',
  input: zReset,
  output: zLinkMade,
  load: (db, { personId }) => ({ account: administered(db, personId) }),
  compute: async () => mintLink(),
  decide: ({ account }, { personId }, facts, { token, tokenHash }) => {
    const may = mayRemove({
      isSelf: personId === facts.personId,
      isRetired: account.retiredAtMs !== null,
      rolesOutside: account.rolesOutside,
    });
    if (isRefusal(may)) return may;
    const expiresAtMs = linkEnds('reset', facts.nowMs);
    return {
      token,
      expiresAtMs,
      link: { id: facts.newId(), personId, email: account.email, tokenHash, purpose: 'reset' as const },
    };
  },
  save: (db, { link }, { account }, { personId, dropsTotp }, facts) => [
    guarded(
      db
        .update(accounts)
        .set({ passwordHash: null, ...(dropsTotp ? NO_TOTP : {}), revision: sql`${accounts.revision} + 1` })
        .where(and(eq(accounts.personId, personId), actorStillAdministers(facts))),
    ),
    ...(dropsTotp ? [change(db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)))] : []),
    change(
      db
        .delete(lockouts)
        .where(
          inArray(lockouts.key, [
            attemptKey.signIn(facts.workspace, account.email),
            attemptKey.secondFactor(personId),
            attemptKey.proof(personId),
          ]),
        ),
    ),
    closeSessions(db, personId, facts.nowMs),
    ...openLink(db, link, facts.nowMs),
  ],
  audit: (_decision, _state, { personId, dropsTotp }) => ({
    subject: personId,
    unitId: null,
    fields: ['passwordHash', 'link', ...(dropsTotp ? ['totpSecretSealed'] : [])],
  }),
  answer: ({ link, expiresAtMs }) => ({ id: link.id, expiresAtMs }),
  reveal: ({ token }) => ({ token }),
});
