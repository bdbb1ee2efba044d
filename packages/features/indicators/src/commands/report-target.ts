import { defineCommand, guarded } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq } from 'drizzle-orm';
import { ReportTarget, TargetChanged } from '../model.ts';
import { droppedRefusal } from '../rules.ts';
import { targets } from '../schema.ts';
import { targetOf } from '../scope.ts';

/** Says what has been reached of a target that no metric measures; a measured one is counted from the records alone. */
export const reportTarget = defineCommand({
  name: 'target.report',
  permission: 'target.report',
  input: ReportTarget,
  output: TargetChanged,
  load: (db, { targetId }) => ({ target: targetOf(db, targetId) }),
  decide: ({ target }, { value }, { nowMs }) =>
    droppedRefusal(target) ??
    (target.metricKey ? refuse('target_is_measured') : { manualValue: value, reportedAtMs: nowMs }),
  save: (db, set, { target }, { revision }) => [
    guarded(
      db
        .update(targets)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(targets.id, target.id), eq(targets.revision, revision))),
    ),
  ],
  audit: (_decision, { target }) => ({ subject: target.id, unitId: target.unitId, fields: ['manualValue'] }),
  answer: (_decision, { target }, { revision }) => ({ id: target.id, revision: revision + 1 }),
});
