import { and, eq, isNull, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded, isMyUnit, maybe, NATION, one } from '@mahalleh/gate';
import { roleGrants } from '@mahalleh/gate/tables';
import { isRefusal, refuse } from '@mahalleh/kernel';
import { zGrantRole, zRoleSaved, type RolePlaceKind } from '../model.ts';
import { mayGrant } from '../rules.ts';
import { people } from '../schema.ts';
import { unitsOf } from '../scope.ts';

/** Gives a person a role over a unit and all below it. */
export const grantRole = defineWorkspaceCommand({
  name: 'role.grant',
  permission: 'role.grant',
  input: zGrantRole,
  output: zRoleSaved,
  load: (db, { personId, role, unitId, agencyId }, { workspace }) => ({
    person: one(
      db
        .select({ retiredAtMs: people.retiredAtMs })
        .from(people)
        .where(and(eq(people.id, personId), eq(people.isGuest, false))),
      'person_unknown',
    ),
    unit: one(
      db.text<{ kind: RolePlaceKind; ancestors: string }>(
        sql`select u.kind, (select json_group_array(c.ancestor_id) from unit_closure c where c.unit_id = u.id) as ancestors from ${unitsOf(workspace)} u where u.id = ${unitId} and u.ended_on is null and ${isMyUnit(sql`u.id`)}`,
      ),
      'unit_unknown',
    ),
    held: maybe(
      db
        .select({ id: roleGrants.id })
        .from(roleGrants)
        .where(
          and(
            eq(roleGrants.personId, personId),
            eq(roleGrants.role, role),
            eq(roleGrants.unitId, unitId),
            agencyId ? eq(roleGrants.agencyId, agencyId) : isNull(roleGrants.agencyId),
            isNull(roleGrants.revokedAtMs),
          ),
        ),
    ),
    agency: maybe(
      db.text<{ id: string }>(
        agencyId && workspace !== NATION
          ? sql`select id from agencies where id = ${agencyId} and retired_at_ms is null`
          : sql`select ${''} as id where ${agencyId ?? null} is null`,
      ),
    ),
  }),
  decide: ({ person, unit, held, agency }, { role, agencyId }, { grants, newId }) => {
    if (person.retiredAtMs !== null) return refuse('person_retired', { field: 'personId' });
    const place = { kind: unit.kind, ancestorIds: JSON.parse(unit.ancestors) as string[] };
    const may = mayGrant(grants, { role, agencyId: agencyId ?? null }, place);
    if (isRefusal(may)) return may;
    if (!agency) return refuse('agency_unknown', { field: 'agencyId' });
    return held ? refuse('role_already_held', { field: 'role' }) : { id: newId() };
  },
  save: (db, { id }, _state, { personId, role, unitId, agencyId }, { nowMs }) => [
    guarded(
      db.text(
        sql`insert into role_grants (id, person_id, role, unit_id, agency_id, granted_at_ms) select ${id}, ${personId}, ${role}, ${unitId}, ${agencyId ?? null}, ${nowMs} where not exists (select 1 from role_grants where person_id = ${personId} and role = ${role} and unit_id = ${unitId} and agency_id is ${agencyId ?? null} and revoked_at_ms is null)`,
      ),
    ),
  ],
  audit: (_decision, _state, { personId, unitId, role }) => ({
    subject: personId,
    unitId,
    fields: [`role:${role}`],
  }),
  answer: ({ id }) => ({ id }),
});
