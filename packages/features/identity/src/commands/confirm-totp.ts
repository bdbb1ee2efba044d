import { and, eq, isNull } from 'drizzle-orm';
import { change, defineWorkspaceCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { zConfirmTotp, zTotpConfirmed } from '../model.ts';
import { mintRecoveryCodes, recoveryHash } from '../one-time.ts';
import { ownAccount } from '../own-account.ts';
import { accounts, recoveryCodes } from '../schema.ts';
import { totpStep } from '../totp.ts';

/** Ends the enrolment with a first code. From now on sign-in asks for one; ten recovery codes are shown once. */
export const confirmTotp = defineWorkspaceCommand({
  name: 'totp.confirm',
  permission: null,
  input: zConfirmTotp,
  output: zTotpConfirmed,
  load: (db, _input, { nowMs }) => ({ account: ownAccount(db, nowMs) }),
  compute: async ({ account: { personId, totpSecretSealed: sealed } }, { code }, facts) => {
    const codes = mintRecoveryCodes();
    return {
      step:
        sealed === null
          ? null
          : await totpStep(await facts.secretFor('totp'), { personId, sealed, code, nowMs: facts.nowMs }),
      codes,
      hashes: await Promise.all(codes.map((made) => recoveryHash(facts, personId, made))),
    };
  },
  decide: ({ account }, _input, { newId }, { step, codes, hashes }) => {
    if (account.totpEnrolledAtMs !== null) return refuse('totp_already_enrolled');
    if (account.totpSecretSealed === null) return refuse('totp_not_begun');
    if (step === null) return refuse('code_wrong', { field: 'code' });
    return { step, codes, rows: hashes.map((codeHash) => ({ id: newId(), personId: account.personId, codeHash })) };
  },
  save: (db, { step, rows }, { account }, _input, { nowMs }) => [
    guarded(
      db
        .update(accounts)
        .set({ totpEnrolledAtMs: nowMs, totpLastStep: step })
        .where(
          and(
            eq(accounts.personId, account.personId),
            eq(accounts.totpSecretSealed, account.totpSecretSealed ?? ''),
            isNull(accounts.totpEnrolledAtMs),
          ),
        ),
    ),
    change(db.delete(recoveryCodes).where(eq(recoveryCodes.personId, account.personId))),
    change(db.insert(recoveryCodes).values(rows)),
  ],
  audit: (_decision, { account }) => ({
    subject: account.personId,
    unitId: null,
    fields: ['totpEnrolledAtMs', 'recoveryCodes'],
  }),
  answer: (_decision, { account }) => ({ id: account.personId }),
  reveal: ({ codes }) => ({ recoveryCodes: codes }),
});
