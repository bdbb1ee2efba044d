import { auditLog } from '@mahalleh/gate/tables';
import { defineQuery, many, one } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { desc, eq } from 'drizzle-orm';
import { OneVolunteer, VolunteerDetail } from '../model.ts';
import { isOwn } from '../reach.ts';
import { volunteers } from '../schema.ts';
import { itemFields, itemOf, openRows } from './volunteer-fields.ts';

const HISTORY_SIZE = 100;

/** One volunteer with their consent and history. */
export const volunteerPage = defineQuery({
  name: 'volunteer_page',
  permission: 'volunteer.read',
  input: OneVolunteer,
  output: VolunteerDetail,
  ask: (db, { volunteerId }) => ({
    volunteer: one(
      db
        .select(itemFields)
        .from(volunteers)
        .innerJoin(units, eq(units.id, volunteers.unitId))
        .where(isOwn(volunteerId)),
      'volunteer_unknown',
    ),
    history: many(
      db
        .select({
          atMs: auditLog.atMs,
          action: auditLog.action,
          actorId: auditLog.actorId,
          actorName: people.fullName,
          subject: auditLog.subject,
          fieldsJson: auditLog.fieldsJson,
        })
        .from(auditLog)
        .leftJoin(people, eq(people.id, auditLog.actorId))
        .where(eq(auditLog.subject, volunteerId))
        .orderBy(desc(auditLog.seq))
        .limit(HISTORY_SIZE),
    ),
  }),
  compute: ({ volunteer }, _input, { keys, workspace }) => openRows(keys, workspace, [volunteer]),
  shape: ({ volunteer, history }, _input, _facts, opened) => ({
    ...itemOf(volunteer, opened),
    history: history.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] })),
  }),
});
