import { and, eq, isNull } from 'drizzle-orm';
import { defineCommand, guarded, one } from '@mahalleh/gate';
import { Changed, DeactivateBase } from '../model.ts';
import { deactivate } from '../rules.ts';
import { bases } from '../schema.ts';
import { isMyBase } from '../scope.ts';

/** Sets a base back to inactive, or to being prepared. */
export const deactivateBase = defineCommand({
  name: 'base.deactivate',
  permission: 'base.deactivate',
  input: DeactivateBase,
  output: Changed,
  load: (db, { baseId }) => ({
    base: one(
      db
        .select()
        .from(bases)
        .where(and(eq(bases.id, baseId), isNull(bases.retiredAtMs), isMyBase)),
      'base_unknown',
    ),
  }),
  decide: ({ base }, { isPreparing }) => deactivate(base, isPreparing ?? false),
  save: (db, { activation }, { base }, { revision }) => [
    guarded(
      db
        .update(bases)
        .set({ activation, activatedOn: null, revision: revision + 1 })
        .where(and(eq(bases.id, base.id), eq(bases.revision, revision))),
    ),
  ],
  reversal: (_decision, { base }, { revision }) => ({
    steps: [
      {
        table: bases,
        id: base.id,
        revision: revision + 1,
        set: { activation: base.activation, activatedOn: base.activatedOn },
      },
    ],
  }),
  audit: (_decision, { base }) => ({ subject: base.id, unitId: base.unitId, fields: ['activation', 'activatedOn'] }),
  answer: (_decision, { base }, { revision }) => ({ id: base.id, revision: revision + 1 }),
});
