import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { defineWorkspaceQuery, many } from '@mahalleh/gate';
import { sessions } from '@mahalleh/gate/tables';
import { zMySessions, zNothing } from '../model.ts';

/** The browsers in which the reader is signed in. */
export const mySessions = defineWorkspaceQuery({
  name: 'session.list',
  permission: 'session.read',
  input: zNothing,
  output: zMySessions,
  ask: (db, _input, { nowMs }) => ({
    rows: many(
      db
        .select({
          id: sessions.id,
          device: sessions.device,
          createdAtMs: sessions.createdAtMs,
          expiresAtMs: sessions.expiresAtMs,
        })
        .from(sessions)
        .where(
          and(
            sql`${sessions.personId} = (select person_id from me)`,
            eq(sessions.stage, 'full'),
            isNull(sessions.revokedAtMs),
            gt(sessions.expiresAtMs, nowMs),
          ),
        )
        .orderBy(desc(sessions.createdAtMs)),
    ),
  }),
  shape: ({ rows }, _input, { sessionId }) => ({
    rows: rows.map((row) => ({ ...row, isCurrent: row.id === sessionId })),
  }),
});
