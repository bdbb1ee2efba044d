import { and, eq, isNull } from 'drizzle-orm';
import { change, defineWorkspaceCommand, maybe } from '@mahalleh/gate';
import { foldText, refuse } from '@mahalleh/kernel';
import { zPersonSaved, zRegisterPerson } from '../model.ts';
import { people } from '../schema.ts';

/** Registers somebody who works here; roles and an account come separately. */
export const registerPerson = defineWorkspaceCommand({
  name: 'person.register',
  permission: 'person.register',
  input: zRegisterPerson,
  output: zPersonSaved,
  load: (db, { mobile }) => ({
    namesake: maybe(
      db
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.mobile, mobile ?? ''), isNull(people.retiredAtMs))),
    ),
  }),
  decide: ({ namesake }, _input, { newId }) =>
    namesake ? refuse('mobile_taken', { field: 'mobile' }) : { id: newId() },
  save: (db, { id }, _state, { fullName, mobile, jobTitle }, { nowMs }) => [
    change(
      db.insert(people).values({
        id,
        fullName,
        nameFolded: foldText(fullName),
        mobile: mobile ?? null,
        jobTitle: jobTitle ?? null,
        registeredAtMs: nowMs,
      }),
    ),
  ],
  audit: ({ id }) => ({ subject: id, unitId: null, fields: ['fullName', 'mobile', 'jobTitle'] }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
