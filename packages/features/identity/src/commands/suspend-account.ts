import { and, eq, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { actorStillAdministers } from '@mahalleh/people';
import { mayRemove } from '@mahalleh/people/rules';
import { administered } from '../administered.ts';
import { zDone, zOneAccount } from '../model.ts';
import { closeSessions } from '../open-session.ts';
import { accounts } from '../schema.ts';

/** Shuts an account, and signs its browsers out at once. Roles and records stay. */
export const suspendAccount = defineWorkspaceCommand({
  name: 'account.suspend',
  permission: 'account.suspend',
  input: zOneAccount,
  output: zDone,
  load: (db, { personId }) => ({ account: administered(db, personId) }),
  decide: ({ account }, { personId }, facts) => {
    const may = mayRemove({
      isSelf: personId === facts.personId,
      isRetired: account.retiredAtMs !== null,
      rolesOutside: account.rolesOutside,
    });
    if (isRefusal(may)) return may;
    return account.isSuspended ? refuse('account_already_suspended') : { isSuspended: true };
  },
  save: (db, { isSuspended }, _state, { personId }, facts) => [
    guarded(
      db
        .update(accounts)
        .set({ isSuspended, revision: sql`${accounts.revision} + 1` })
        .where(and(eq(accounts.personId, personId), eq(accounts.isSuspended, false), actorStillAdministers(facts))),
    ),
    closeSessions(db, personId, facts.nowMs),
  ],
  audit: (_decision, _state, { personId }) => ({ subject: personId, unitId: null, fields: ['isSuspended'] }),
  answer: (_decision, _state, { personId }) => ({ id: personId }),
});
