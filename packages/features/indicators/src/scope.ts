import { isMyUnit, one, type ReadDb } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { targets } from './schema.ts';

/** The target, when the actor may reach its unit. Fails: target_unknown. */
export const targetOf = (db: ReadDb<'province'>, id: string) =>
  one(
    db
      .select()
      .from(targets)
      .where(and(eq(targets.id, id), isMyUnit(targets.unitId))),
    'target_unknown',
  );
