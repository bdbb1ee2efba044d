import { change, defineCommand, guarded, maybe } from '@mahalleh/gate';
import { refuse } from '@mahalleh/kernel';
import { and, eq, sql } from 'drizzle-orm';
import { ReportTarget, TargetChanged } from '../model.ts';
import { droppedRefusal } from '../rules.ts';
import { targetReadings, targets } from '../schema.ts';
import { targetOf } from '../scope.ts';

/** Says what has been reached of a target that nothing measures; a measured one is counted from the records alone. Each report is one reading of its day. */
export const reportTarget = defineCommand({
  name: 'target.report',
  permission: 'target.report',
  input: ReportTarget,
  output: TargetChanged,
  load: (db, { targetId }) => ({
    target: targetOf(db, targetId),
    // Of today's reading, if there was a report before: it is what this one takes the place of.
    last: maybe(
      db.text<{ onDate: string; value: number }>(
        sql`select r.on_date as "onDate", r.value from target_readings r where r.target_id = ${targetId} order by r.on_date desc limit 1`,
      ),
    ),
  }),
  decide: ({ target }, { value }, { nowMs, today }) =>
    droppedRefusal(target) ??
    (target.metricKey !== null || target.indicatorId !== null
      ? refuse('target_is_measured')
      : { set: { manualValue: value, reportedAtMs: nowMs }, onDate: today }),
  save: (db, { set, onDate }, { target }, { revision, value }) => [
    guarded(
      db
        .update(targets)
        .set({ ...set, revision: revision + 1 })
        .where(and(eq(targets.id, target.id), eq(targets.revision, revision))),
    ),
    change(
      db
        .insert(targetReadings)
        .values({ targetId: target.id, onDate, value })
        .onConflictDoUpdate({ target: [targetReadings.targetId, targetReadings.onDate], set: { value } }),
    ),
  ],
  reversal: ({ onDate }, { target, last }, { revision, value }) => {
    const id = { targetId: target.id, onDate };
    return {
      steps: [
        last?.onDate === onDate
          ? { table: targetReadings, id, at: { value }, set: { value: last.value } }
          : { table: targetReadings, id, remove: true },
        {
          table: targets,
          id: target.id,
          revision: revision + 1,
          set: { manualValue: target.manualValue, reportedAtMs: target.reportedAtMs },
        },
      ],
    };
  },
  audit: (_decision, { target }) => ({ subject: target.id, unitId: target.unitId, fields: ['manualValue'] }),
  answer: (_decision, { target }, { revision }) => ({ id: target.id, revision: revision + 1 }),
});
