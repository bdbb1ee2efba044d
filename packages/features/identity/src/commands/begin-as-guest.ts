import { and, eq, isNull } from 'drizzle-orm';
import { defineOpenCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { linkInForce } from '../link-in-force.ts';
import { zOneLink, zTotpBegun } from '../model.ts';
import { invitations } from '../schema.ts';
import { mintTotp, sealTotp } from '../totp.ts';

/** Begins the authenticator of a guest behind a one-time link. The secret is shown once; asked for again, another takes its place. */
export const beginAsGuest = defineOpenCommand({
  name: 'link.authenticator',
  permission: null,
  input: zOneLink,
  output: zTotpBegun,
  load: (db, { token }, { nowMs }) => ({ link: linkInForce(db, token, nowMs) }),
  compute: async ({ link }, _input, facts) => {
    const minted = mintTotp(facts.workspace, link.email);
    return { ...minted, sealed: await sealTotp(await facts.secretFor('totp'), link.personId, minted.secret) };
  },
  decide: ({ link }, _input, _facts, minted) => (link.isGuest ? minted : refuse('guest_link_only')),
  save: (db, { sealed }, { link }) => [
    guarded(
      db
        .update(invitations)
        .set({ totpSecretSealed: sealed })
        .where(and(eq(invitations.id, link.id), isNull(invitations.usedAtMs))),
    ),
  ],
  audit: (_decision, { link }) => ({ subject: link.personId, unitId: null, fields: ['totpSecretSealed'] }),
  answer: (_decision, { link }) => ({ id: link.personId }),
  reveal: ({ secret, uri }) => ({ secret, uri }),
});
