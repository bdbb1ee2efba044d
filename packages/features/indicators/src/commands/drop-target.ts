import { defineCommand, guarded } from '@mahalleh/gate';
import { and, eq } from 'drizzle-orm';
import { DropTarget, TargetChanged } from '../model.ts';
import { droppedRefusal } from '../rules.ts';
import { targets } from '../schema.ts';
import { targetOf } from '../scope.ts';

/** Gives a target up, with the reason; it stays on record, and in the trash for a while. */
export const dropTarget = defineCommand({
  name: 'target.drop',
  permission: 'target.drop',
  input: DropTarget,
  output: TargetChanged,
  load: (db, { targetId }) => ({ target: targetOf(db, targetId) }),
  decide: ({ target }, { reason }, { nowMs }) => droppedRefusal(target) ?? { droppedAtMs: nowMs, dropReason: reason },
  save: (db, set, { target }, { revision }) => [
    guarded(
      db
        .update(targets)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(targets.id, target.id), eq(targets.revision, revision))),
    ),
  ],
  reversal: (_decision, { target }, { revision }) => ({
    trash: true,
    label: target.titleFa,
    steps: [{ table: targets, id: target.id, revision: revision + 1, set: { droppedAtMs: null, dropReason: null } }],
  }),
  audit: (_decision, { target }) => ({
    subject: target.id,
    unitId: target.unitId,
    fields: ['droppedAtMs', 'dropReason'],
  }),
  answer: (_decision, { target }, { revision }) => ({ id: target.id, revision: revision + 1 }),
});
