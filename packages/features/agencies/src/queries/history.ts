import { desc, eq, sql } from 'drizzle-orm';
import { many, type ReadDb } from '@mahalleh/gate';
import { auditLog } from '@mahalleh/gate/tables';

const ROWS = 50;

/** Asks what was done to a record, newest first: who, when, which fields. */
export const askHistory = (db: ReadDb<'province'>, subject: string) =>
  many(
    db
      .select({
        atMs: auditLog.atMs,
        action: auditLog.action,
        actorId: auditLog.actorId,
        actorName: sql<string | null>`(select p.full_name from people p where p.id = ${auditLog.actorId})`,
        fieldsJson: auditLog.fieldsJson,
      })
      .from(auditLog)
      .where(eq(auditLog.subject, subject))
      .orderBy(desc(auditLog.seq))
      .limit(ROWS),
  );

/** Reads what `askHistory` was answered. */
export const historyOf = <E extends { fieldsJson: string }>(entries: readonly E[]) =>
  entries.map(({ fieldsJson, ...entry }) => ({ ...entry, fields: JSON.parse(fieldsJson) as string[] }));
