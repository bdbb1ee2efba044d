import { and, eq, isNull } from 'drizzle-orm';
import { defineOpenCommand, guarded, maybe } from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import { Failure } from '@mahalleh/kernel';
import { zPresentedOnly, zSignedOut } from '../model.ts';

/** Signs this browser out, whichever stage its session is in. */
export const signOut = defineOpenCommand({
  name: 'session.end',
  permission: null,
  input: zPresentedOnly,
  output: zSignedOut,
  load: (db, { presented }) => {
    const asked = maybe(
      db
        .select({ id: sessions.id, personId: sessions.personId })
        .from(sessions)
        .where(and(eq(sessions.tokenHash, presented.tokenHash ?? ''), isNull(sessions.revokedAtMs))),
    );
    return {
      session: {
        query: asked.query,
        read: (rows: unknown[]) => {
          const found = asked.read(rows);
          if (!found) throw new Failure('signed_out', 'signed_out');
          return found;
        },
      },
    };
  },
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
  answer: () => ({}),
  reveal: () => ({ cookie: '' }),
});
