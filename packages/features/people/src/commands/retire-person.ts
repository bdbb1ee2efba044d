import { and, eq, isNull, sql } from 'drizzle-orm';
import { change, defineWorkspaceCommand, guarded, one } from '@mahalleh/gate';
import { roleGrants, sessions } from '@mahalleh/gate/tables';
import { isRefusal } from '@mahalleh/kernel';
import { zPersonSaved, zRetirePerson } from '../model.ts';
import { mayRemove } from '../rules.ts';
import { people } from '../schema.ts';
import { actorStillAdministers, rolesOutside } from '../scope.ts';

/** Ends a person's work here: all roles end, every browser is signed out, the number is forgotten, the name stays with the records. */
export const retirePerson = defineWorkspaceCommand({
  name: 'person.retire',
  permission: 'person.retire',
  input: zRetirePerson,
  output: zPersonSaved,
  load: (db, { personId }) => ({
    person: one(
      db
        .select({ retiredAtMs: people.retiredAtMs, rolesOutside: rolesOutside(sql`people.id`) })
        .from(people)
        .where(eq(people.id, personId)),
      'person_unknown',
    ),
  }),
  decide: ({ person }, input, { personId }) => {
    const may = mayRemove({
      isSelf: input.personId === personId,
      isRetired: person.retiredAtMs !== null,
      rolesOutside: person.rolesOutside,
    });
    return isRefusal(may) ? may : { revision: input.revision + 1 };
  },
  save: (db, { revision }, _state, input, facts) => [
    guarded(
      db
        .update(people)
        .set({ retiredAtMs: facts.nowMs, mobile: null, revision })
        .where(and(eq(people.id, input.personId), eq(people.revision, input.revision), actorStillAdministers(facts))),
    ),
    change(
      db
        .update(roleGrants)
        .set({ revokedAtMs: facts.nowMs })
        .where(and(eq(roleGrants.personId, input.personId), isNull(roleGrants.revokedAtMs))),
    ),
    change(
      db
        .update(sessions)
        .set({ revokedAtMs: facts.nowMs })
        .where(and(eq(sessions.personId, input.personId), isNull(sessions.revokedAtMs))),
    ),
  ],
  audit: (_decision, _state, { personId }) => ({
    subject: personId,
    unitId: null,
    fields: ['retiredAtMs', 'mobile', 'roles'],
  }),
  answer: ({ revision }, _state, { personId }) => ({ id: personId, revision }),
});
