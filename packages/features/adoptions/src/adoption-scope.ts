import { isMyUnit, one, type ReadDb } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { adoptions } from './schema.ts';

/** The adoption, when the actor may reach its neighbourhood. Fails: adoption_unknown. */
export const adoptionOf = (db: ReadDb<'province'>, id: string) =>
  one(
    db
      .select()
      .from(adoptions)
      .where(and(eq(adoptions.id, id), isMyUnit(adoptions.unitId))),
    'adoption_unknown',
  );
