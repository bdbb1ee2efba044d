import { and, eq, isNull } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { zNothing, zTotpBegun } from '../model.ts';
import { ownAccount } from '../own-account.ts';
import { accounts } from '../schema.ts';
import { mintTotp, sealTotp } from '../totp.ts';

/** Begins to enrol an authenticator. The secret is shown once; nothing changes at sign-in until a code is confirmed. */
export const beginTotp = defineWorkspaceCommand({
  name: 'totp.begin',
  permission: null,
  input: zNothing,
  output: zTotpBegun,
  load: (db, _input, { nowMs }) => ({ account: ownAccount(db, nowMs) }),
  compute: async ({ account }, _input, facts) => {
    const minted = mintTotp(facts.workspace, account.email);
    return { ...minted, sealed: await sealTotp(await facts.secretFor('totp'), account.personId, minted.secret) };
  },
  decide: ({ account }, _input, _facts, minted) =>
    account.totpEnrolledAtMs === null ? minted : refuse('totp_already_enrolled'),
  save: (db, { sealed }, { account }) => [
    guarded(
      db
        .update(accounts)
        .set({ totpSecretSealed: sealed, totpLastStep: null })
        .where(and(eq(accounts.personId, account.personId), isNull(accounts.totpEnrolledAtMs))),
    ),
  ],
  audit: (_decision, { account }) => ({ subject: account.personId, unitId: null, fields: ['totpSecretSealed'] }),
  answer: (_decision, { account }) => ({ id: account.personId }),
  reveal: ({ secret, uri }) => ({ secret, uri }),
});
