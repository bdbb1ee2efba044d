import { and, eq, isNull, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { roleGrants } from '@mahalleh/gate/tables';
import { isRefusal } from '@mahalleh/kernel';
import { zRevokeRole, zRoleSaved } from '../model.ts';
import { mayRevoke } from '../rules.ts';
import { actorStillAdministers } from '../scope.ts';

/** Ends a role at once, in every open browser too. */
export const revokeRole = defineWorkspaceCommand({
  name: 'role.revoke',
  permission: 'role.revoke',
  input: zRevokeRole,
  output: zRoleSaved,
  load: (db, { grantId }) => ({
    grant: one(
      db
        .select({
          personId: roleGrants.personId,
          role: roleGrants.role,
          unitId: roleGrants.unitId,
          agencyId: roleGrants.agencyId,
          ancestors: sql<string>`(select json_group_array(ac.ancestor_id) from unit_closure ac where ac.unit_id = role_grants.unit_id)`,
        })
        .from(roleGrants)
        .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAtMs), isMyUnit(roleGrants.unitId))),
      'role_grant_unknown',
    ),
  }),
  decide: ({ grant }, _input, { grants, personId, nowMs }) => {
    const place = { ancestorIds: JSON.parse(grant.ancestors) as string[] };
    const may = mayRevoke(grants, { ...grant, isOwn: grant.personId === personId }, place);
    return isRefusal(may) ? may : { revokedAtMs: nowMs };
  },
  save: (db, { revokedAtMs }, _state, { grantId }, facts) => [
    guarded(
      db
        .update(roleGrants)
        .set({ revokedAtMs })
        .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAtMs), actorStillAdministers(facts))),
    ),
  ],
  audit: (_decision, { grant }) => ({ subject: grant.personId, unitId: grant.unitId, fields: [`role:${grant.role}`] }),
  answer: (_decision, _state, { grantId }) => ({ id: grantId }),
});
