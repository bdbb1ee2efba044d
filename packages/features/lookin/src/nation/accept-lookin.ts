import { postToProvinces } from '@mahalleh/border';
import { changeOf, defineNationCommand, guarded, one } from '@mahalleh/gate';
import { mintLink } from '@mahalleh/identity';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { acceptedLetter } from '../letters.ts';
import { AcceptLookin, LookinAccepted } from '../model.ts';
import { overRefusal } from '../rules.ts';
import { lookinInvitations } from '../schema.ts';

/**
 * Follows one's own invitation to look in. The one-time link is made here and shown once; the province gets the hash by letter
 * and opens the link at its own door. Nothing of the province is opened from the ministry.
 */
export const acceptLookin = defineNationCommand({
  name: 'lookin.accept',
  permission: 'lookin.accept',
  input: AcceptLookin,
  output: LookinAccepted,
  load: (db, { province, lookinId }) => ({
    invitation: one(
      db
        .select()
        .from(lookinInvitations)
        .where(
          and(
            eq(lookinInvitations.province, province),
            eq(lookinInvitations.grantId, lookinId),
            sql`${lookinInvitations.email} = (select a.email from accounts a where a.person_id = (select person_id from me))`,
          ),
        ),
      'lookin_unknown',
    ),
  }),
  compute: async () => mintLink(),
  decide: ({ invitation }, { lookinId }, { nowMs, newId }, { token, tokenHash }) =>
    overRefusal(invitation, nowMs) ?? {
      token,
      letter: { id: lookinId, linkId: newId(), tokenHash, acceptedAtMs: nowMs },
    },
  save: (db, { letter }, _state, { province, lookinId }, { nowMs }) => [
    guarded(
      db
        .update(lookinInvitations)
        .set({ acceptedAtMs: nowMs })
        .where(
          and(
            eq(lookinInvitations.province, province),
            eq(lookinInvitations.grantId, lookinId),
            isNull(lookinInvitations.endedAtMs),
          ),
        ),
    ),
    changeOf(postToProvinces(acceptedLetter, letter, nowMs, [province])),
  ],
  audit: (_decision, _state, { province, lookinId }) => ({
    subject: `lookin:${province}:${lookinId}`,
    unitId: null,
    fields: ['acceptedAtMs'],
  }),
  answer: (_decision, _state, { province, lookinId }) => ({ id: lookinId, province }),
  reveal: ({ token }) => ({ token }),
});
