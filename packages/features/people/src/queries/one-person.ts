import { desc, eq, sql } from 'drizzle-orm';
import { grants } from '@mahalleh/access';
import { defineWorkspaceQuery, many, one } from '@mahalleh/gate';
import { auditLog } from '@mahalleh/gate/tables';
import { zOnePerson, zPersonPage } from '../model.ts';
import { rolesOutside } from '../scope.ts';
import { PERSON_COLUMNS, readPerson, type PersonRow } from './person-row.ts';

const LATEST = 100;

/** One person with roles; what was done about them only for those who may read the audit. */
export const onePerson = defineWorkspaceQuery({
  name: 'person.one',
  permission: 'person.read',
  input: zOnePerson,
  output: zPersonPage,
  ask: (db, { personId }, { workspace }) => ({
    person: one(
      db.text<PersonRow & { registered_at_ms: number; roles_outside: number }>(
        sql`select ${PERSON_COLUMNS(workspace)}, p.registered_at_ms, ${rolesOutside(sql`p.id`)} as roles_outside from people p where p.id = ${personId}`,
      ),
      'person_unknown',
    ),
    history: many(
      db
        .select({
          atMs: auditLog.atMs,
          action: auditLog.action,
          actorId: auditLog.actorId,
          actorName: sql<string | null>`(select full_name from people where people.id = audit_log.actor_id)`,
          fieldsJson: auditLog.fieldsJson,
        })
        .from(auditLog)
        .where(eq(auditLog.subject, personId))
        .orderBy(desc(auditLog.seq))
        .limit(LATEST),
    ),
  }),
  shape: ({ person, history }, _input, someone) => ({
    ...readPerson(person),
    registeredAtMs: person.registered_at_ms,
    retiredAtMs: person.retired_at_ms,
    isWithinReach: person.roles_outside === 0,
    history: someone.grants.some(({ role }) => grants(role, 'audit.read'))
      ? history.map(({ fieldsJson, ...event }) => ({ ...event, fields: JSON.parse(fieldsJson) as string[] }))
      : [],
  }),
});
