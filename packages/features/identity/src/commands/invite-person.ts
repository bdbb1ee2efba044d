import { eq, or, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, many, one } from '@mahalleh/gate';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { rolesOutside } from '@mahalleh/people';
import { mayAmend } from '@mahalleh/people/rules';
import { people } from '@mahalleh/people/schema';
import { zInvite, zLinkMade } from '../model.ts';
import { linkEnds, openLink } from '../one-time-link.ts';
import { mintLink } from '../one-time.ts';
import { accounts } from '../schema.ts';

/** Makes the one-time link by which a person opens an account. It is shown once and holds for seven days. */
export const invitePerson = defineWorkspaceCommand({
  name: 'account.invite',
  permission: 'account.invite',
  input: zInvite,
  output: zLinkMade,
  load: (db, { personId, email }) => ({
    person: one(
      db
        .select({ retiredAtMs: people.retiredAtMs, rolesOutside: rolesOutside(sql`people.id`) })
        .from(people)
        .where(eq(people.id, personId)),
      'person_unknown',
    ),
    taken: many(
      db
        .select({ personId: accounts.personId })
        .from(accounts)
        .where(or(eq(accounts.personId, personId), eq(accounts.email, email))),
    ),
  }),
  compute: async () => mintLink(),
  decide: ({ person, taken }, { personId, email }, facts, { token, tokenHash }) => {
    const may = mayAmend({
      isSelf: personId === facts.personId,
      isRetired: person.retiredAtMs !== null,
      rolesOutside: person.rolesOutside,
    });
    if (isRefusal(may)) return may;
    if (taken.some((account) => account.personId === personId)) return refuse('account_exists');
    if (taken.length > 0) return refuse('email_taken', { field: 'email' });
    const expiresAtMs = linkEnds('invite', facts.nowMs);
    return { token, expiresAtMs, link: { id: facts.newId(), personId, email, tokenHash, purpose: 'invite' as const } };
  },
  save: (db, { link }, _state, _input, { nowMs }) => openLink(db, link, nowMs),
  audit: (_decision, _state, { personId }) => ({ subject: personId, unitId: null, fields: ['email', 'link'] }),
  answer: ({ link, expiresAtMs }) => ({ id: link.id, expiresAtMs }),
  reveal: ({ token }) => ({ token }),
});
