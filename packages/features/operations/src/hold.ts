import { guarded, type Change, type WriteDb } from '@mahalleh/gate';
import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { OperationStatus } from './model.ts';
import { operations } from './schema.ts';

/**
 * Keeps a change of a task or a contribution from being saved when its operation has left these states or no longer
 * spans these days: the operation is named, not changed.
 */
export const holdOperation = (
  db: WriteDb<'province'>,
  id: string,
  states: readonly OperationStatus[],
  span: { startsOn?: string; endsOn?: string } = {},
): Change =>
  guarded(
    db
      .update(operations)
      .set({ revision: sql`${operations.revision}` })
      .where(
        and(
          eq(operations.id, id),
          inArray(operations.status, [...states]),
          ...(span.startsOn === undefined ? [] : [lte(operations.startsOn, span.startsOn)]),
          ...(span.endsOn === undefined ? [] : [gte(operations.endsOn, span.endsOn)]),
        ),
      ),
  );
