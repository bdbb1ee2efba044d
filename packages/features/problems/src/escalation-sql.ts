import { many, maybe, type ReadDb } from '@mahalleh/gate';
import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { escalationClocks, problemEscalations } from './schema.ts';

type Db = ReadDb<'province'>;

/** 1 when the actor sits over a unit of the level at which the row of `problems` waits, or over a larger one. */
export const isOfItsLevel: SQL<number> = sql<number>`exists (select 1 from my_grants mg join unit_closure mc on mc.ancestor_id = mg.unit_id join units mu on mu.id = mg.unit_id where mc.unit_id = problems.unit_id and (problems.level = 'neighbourhood' or mu.kind = 'province' or (problems.level = 'county' and mu.kind = 'county')))`;

/** How long each level has to answer. */
export const askClocks = (db: Db) => many(db.select().from(escalationClocks).orderBy(escalationClocks.days));

/** The escalation that waits for an answer, if one does. */
export const askOpen = (db: Db, problemId: string) =>
  maybe(
    db
      .select({ id: problemEscalations.id, fromLevel: problemEscalations.fromLevel })
      .from(problemEscalations)
      .where(and(eq(problemEscalations.problemId, problemId), isNull(problemEscalations.outcome)))
      .orderBy(desc(problemEscalations.escalatedAtMs), desc(problemEscalations.id))
      .limit(1),
  );
