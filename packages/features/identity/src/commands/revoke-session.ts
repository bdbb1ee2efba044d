import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { defineWorkspaceCommand, guarded, one } from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import { zDone, zOneSession } from '../model.ts';

/** Signs one of one's own browsers out. */
export const revokeSession = defineWorkspaceCommand({
  name: 'session.revoke',
  permission: 'session.revoke',
  input: zOneSession,
  output: zDone,
  load: (db, { sessionId }, { nowMs }) => ({
    session: one(
      db
        .select({ id: sessions.id, personId: sessions.personId })
        .from(sessions)
        .where(
          and(
            eq(sessions.id, sessionId),
            isNull(sessions.revokedAtMs),
            gt(sessions.expiresAtMs, nowMs),
            sql`${sessions.personId} = (select person_id from me)`,
          ),
        ),
      'session_unknown',
    ),
  }),
  decide: ({ session }) => session,
  save: (db, { id }, _state, _input, { nowMs }) => [
    guarded(
      db
        .update(sessions)
        .set({ revokedAtMs: nowMs })
        .where(and(eq(sessions.id, id), isNull(sessions.revokedAtMs))),
    ),
  ],
  audit: ({ personId }) => ({ subject: personId, unitId: null, fields: ['session'] }),
  answer: ({ id }) => ({ id }),
});
