import { and, eq, isNull } from 'drizzle-orm';
import { defineCommand, guarded, one } from '@mahalleh/gate';
import { ActivateBase, Changed } from '../model.ts';
import { activate } from '../rules.ts';
import { bases } from '../schema.ts';
import { isMyBase } from '../scope.ts';

/** Makes a base active from a day on. */
export const activateBase = defineCommand({
  name: 'base.activate',
  permission: 'base.activate',
  input: ActivateBase,
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
  decide: ({ base }, { on }, { today }) => activate(base, on, today) ?? { on },
  save: (db, { on }, { base }, { revision }) => [
    guarded(
      db
        .update(bases)
        .set({ activation: 'active', activatedOn: on, revision: revision + 1 })
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
