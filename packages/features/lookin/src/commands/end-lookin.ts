import { postLetter } from '@mahalleh/border';
import { change, changeOf, defineCommand, guarded, isMyUnit, one } from '@mahalleh/gate';
import { roleGrants, sessions } from '@mahalleh/gate/tables';
import { invitations } from '@mahalleh/identity/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { endedLetter } from '../letters.ts';
import { LookinChanged, OneLookin } from '../model.ts';
import { overRefusal } from '../rules.ts';
import { lookinGrants } from '../schema.ts';

/** Ends a look-in at once: the guest's roles, browsers and links with it. */
export const endLookin = defineCommand({
  name: 'lookin.end',
  permission: 'lookin.end',
  input: OneLookin,
  output: LookinChanged,
  load: (db, { lookinId }) => ({
    grant: one(
      db
        .select()
        .from(lookinGrants)
        .where(and(eq(lookinGrants.id, lookinId), isMyUnit(lookinGrants.unitId))),
      'lookin_unknown',
    ),
  }),
  decide: ({ grant }, _input, { nowMs, personId }) =>
    overRefusal(grant, nowMs) ?? { endedAtMs: nowMs, endedBy: personId },
  save: (db, end, { grant: { id, personId } }, _input, { nowMs }) => [
    guarded(
      db
        .update(lookinGrants)
        .set(end)
        .where(and(eq(lookinGrants.id, id), isNull(lookinGrants.endedAtMs))),
    ),
    change(
      db
        .update(roleGrants)
        .set({ revokedAtMs: nowMs })
        .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAtMs))),
    ),
    change(
      db
        .update(sessions)
        .set({ revokedAtMs: nowMs })
        .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAtMs))),
    ),
    change(
      db
        .update(invitations)
        .set({ expiresAtMs: nowMs })
        .where(and(eq(invitations.personId, personId), isNull(invitations.usedAtMs))),
    ),
    changeOf(postLetter(endedLetter, { id, endedAtMs: end.endedAtMs }, nowMs)),
  ],
  audit: (_end, { grant }) => ({
    subject: grant.id,
    unitId: grant.unitId,
    fields: ['endedAtMs'],
    also: [grant.personId],
  }),
  answer: ({ endedAtMs }, { grant }) => ({ id: grant.id, untilMs: endedAtMs }),
});
