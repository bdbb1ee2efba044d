import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded, maybe, one } from '@mahalleh/gate';
import { foldText, isRefusal, refuse } from '@mahalleh/kernel';
import { zAmendPerson, zPersonSaved } from '../model.ts';
import { mayAmend } from '../rules.ts';
import { people } from '../schema.ts';
import { rolesOutside } from '../scope.ts';

/** Puts a person's details right. */
export const amendPerson = defineWorkspaceCommand({
  name: 'person.amend',
  permission: 'person.amend',
  input: zAmendPerson,
  output: zPersonSaved,
  load: (db, { personId, mobile }) => ({
    person: one(
      db
        .select({
          fullName: people.fullName,
          mobile: people.mobile,
          jobTitle: people.jobTitle,
          retiredAtMs: people.retiredAtMs,
          rolesOutside: rolesOutside(sql`people.id`),
        })
        .from(people)
        .where(eq(people.id, personId)),
      'person_unknown',
    ),
    namesake: maybe(
      db
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.mobile, mobile ?? ''), ne(people.id, personId), isNull(people.retiredAtMs))),
    ),
  }),
  decide: ({ person, namesake }, input, { personId }) => {
    const may = mayAmend({
      isSelf: input.personId === personId,
      isRetired: person.retiredAtMs !== null,
      rolesOutside: person.rolesOutside,
    });
    if (isRefusal(may)) return may;
    if (namesake) return refuse('mobile_taken', { field: 'mobile' });
    const next = { fullName: input.fullName, mobile: input.mobile ?? null, jobTitle: input.jobTitle ?? null };
    const fields = (['fullName', 'mobile', 'jobTitle'] as const).filter((field) => next[field] !== person[field]);
    return { next, fields };
  },
  save: (db, { next }, _state, { personId, revision }) => [
    guarded(
      db
        .update(people)
        .set({ ...next, nameFolded: foldText(next.fullName), revision: revision + 1 })
        .where(and(eq(people.id, personId), eq(people.revision, revision))),
    ),
  ],
  audit: ({ fields }, _state, { personId }) => ({ subject: personId, unitId: null, fields }),
  answer: (_decision, _state, { personId, revision }) => ({ id: personId, revision: revision + 1 }),
});
