import { isMyUnit } from '@mahalleh/gate';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { domains, problems } from './schema.ts';

/** A row of the problem registry. */
export type ProblemRow = typeof problems.$inferSelect;

/** Keeps the one problem, if it lies in the actor's scope. */
export const isMine = (id: string) =>
  and(eq(problems.id, id), isNull(problems.discardedAtMs), isMyUnit(problems.unitId));

/** Keeps the one problem at the revision that its editor saw. */
export const isAt = (id: string, revision: number) => and(eq(problems.id, id), eq(problems.revision, revision));

/** What a decision about sensitivity needs of a problem. */
export const standingFields = {
  id: problems.id,
  unitId: problems.unitId,
  status: problems.status,
  triagedAtMs: problems.triagedAtMs,
  revision: problems.revision,
  isSensitive: sql<number>`(select ${domains.isSensitive} from ${domains} where ${domains.key} = ${problems.domainKey})`,
};

/** Keeps those of the problems that lie in the actor's scope. */
export const isMineAmong = (ids: readonly string[]) =>
  and(
    sql`${problems.id} in (select value from json_each(${JSON.stringify(ids)}))`,
    isNull(problems.discardedAtMs),
    isMyUnit(problems.unitId),
  );
