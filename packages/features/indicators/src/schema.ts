import { provinceTable } from '@mahalleh/gate';
import { units } from '@mahalleh/units/schema';
import { index, integer, real, text } from 'drizzle-orm/sqlite-core';

/** A number to be reached by a day, in one unit and everything below it. */
export const targets = provinceTable(
  'targets',
  {
    id: text('id').primaryKey(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    titleFa: text('title_fa').notNull(),
    titleEn: text('title_en'),
    /** The metric that measures it, as `base.active`. Null: somebody reports the value. */
    metricKey: text('metric_key'),
    /** The meaning that was agreed when the target was set: a later version of the metric is another number. */
    metricVersion: integer('metric_version').notNull().default(1),
    /** One cell of the metric, as `kind=mosque`. Null: all of it. */
    metricDims: text('metric_dims'),
    baselineValue: real('baseline_value').notNull(),
    goalValue: real('goal_value').notNull(),
    fromOn: text('from_on').notNull(),
    dueOn: text('due_on').notNull(),
    manualValue: real('manual_value'),
    reportedAtMs: integer('reported_at_ms'),
    setAtMs: integer('set_at_ms').notNull(),
    droppedAtMs: integer('dropped_at_ms'),
    dropReason: text('drop_reason').case(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [index('targets_by_unit').on(t.unitId, t.dueOn)],
);

/** A target as it is stored. */
export type TargetRow = typeof targets.$inferSelect;
