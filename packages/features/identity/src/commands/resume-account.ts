import { and, eq, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { mayAmend } from '@mahalleh/people/rules';
import { administered } from '../administered.ts';
import { zDone, zOneAccount } from '../model.ts';
import { accounts } from '../schema.ts';

/** Opens a suspended account again, with the password and second factor that it had. */
export const resumeAccount = defineWorkspaceCommand({
  name: 'account.resume',
  permission: 'account.resume',
  input: zOneAccount,
  output: zDone,
  load: (db, { personId }) => ({ account: administered(db, personId) }),
  decide: ({ account }, { personId }, facts) => {
    const may = mayAmend({
      isSelf: personId === facts.personId,
      isRetired: account.retiredAtMs !== null,
      rolesOutside: account.rolesOutside,
    });
    if (isRefusal(may)) return may;
    return account.isSuspended ? { isSuspended: false } : refuse('account_not_suspended');
  },
  save: (db, { isSuspended }, _state, { personId }) => [
    guarded(
      db
        .update(accounts)
        .set({ isSuspended, revision: sql`${accounts.revision} + 1` })
        .where(and(eq(accounts.personId, personId), eq(accounts.isSuspended, true))),
    ),
  ],
  audit: (_decision, _state, { personId }) => ({ subject: personId, unitId: null, fields: ['isSuspended'] }),
  answer: (_decision, _state, { personId }) => ({ id: personId }),
});
