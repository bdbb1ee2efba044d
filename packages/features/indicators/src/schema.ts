import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, real, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AimGroup, Direction, Frequency, MeasureUnit, Population } from './codes.ts';

/** What is followed over time: one line of the province's list, in one of the five groups of aims. */
export const indicators = provinceTable(
  'indicators',
  {
    id: text('id').primaryKey(),
    /** How formulas name it. */
    key: text('key').notNull(),
    aim: text('aim').$type<AimGroup>().notNull(),
    titleFa: text('title_fa').notNull(),
    titleEn: text('title_en'),
    titleFolded: text('title_folded').notNull(),
    /** What exactly is counted, in the words of who defined it. */
    about: text('about'),
    /** What the number is of, after its unit: «پاسخ‌دهندگان», «دانش‌آموز». */
    ofFa: text('of_fa'),
    ofEn: text('of_en'),
    source: text('source').notNull(),
    frequency: text('frequency').$type<Frequency>().notNull(),
    population: text('population').$type<Population>().notNull(),
    /** Whether the places below a unit add up to it. */
    addsUp: integer('adds_up', { mode: 'boolean' }).notNull(),
    /** The definition that holds now. */
    version: integer('version').notNull().default(1),
    definedAtMs: integer('defined_at_ms').notNull(),
    retiredAtMs: integer('retired_at_ms'),
    retireReason: text('retire_reason').case(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [uniqueIndex('indicators_by_key').on(t.key)],
);

/** What an indicator meant from when on: another formula, unit or direction is another number, and their series are never joined. */
export const indicatorVersions = provinceTable(
  'indicator_versions',
  {
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    version: integer('version').notNull(),
    unit: text('unit').$type<MeasureUnit>().notNull(),
    direction: text('direction').$type<Direction>().notNull(),
    /** How it is computed; null: somebody measures it. */
    formula: text('formula'),
    why: text('why').case(),
    sinceMs: integer('since_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.version] })],
);

/** What the formula of a version reads: another indicator, or a metric of the product as `problem.solved`. */
export const indicatorInputs = provinceTable(
  'indicator_inputs',
  {
    indicatorId: text('indicator_id').notNull(),
    version: integer('version').notNull(),
    kind: text('kind').$type<'indicator' | 'metric'>().notNull(),
    ref: text('ref').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.version, t.kind, t.ref] }),
    foreignKey({
      columns: [t.indicatorId, t.version],
      foreignColumns: [indicatorVersions.indicatorId, indicatorVersions.version],
    }),
  ],
);

/** One value of one unit in one period, under the definition that held. What rests on one to four people is kept as that alone. */
export const measurements = provinceTable(
  'measurements',
  {
    id: text('id').primaryKey(),
    indicatorId: text('indicator_id').notNull(),
    version: integer('version').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    period: text('period').notNull(),
    value: real('value'),
    /** How many people it rests on, where it tells of people. */
    n: integer('n'),
    isSuppressed: integer('is_suppressed', { mode: 'boolean' }).notNull().default(false),
    note: text('note').case(),
    /** What looked odd when it was entered. JSON: codes with their figures. */
    doubtsJson: text('doubts_json'),
    /** Why it stands all the same. */
    doubtReason: text('doubt_reason').case(),
    via: text('via').$type<'form' | 'file'>().notNull(),
    measuredBy: text('measured_by')
      .notNull()
      .references(() => people.id),
    measuredAtMs: integer('measured_at_ms').notNull(),
    struckAtMs: integer('struck_at_ms'),
    strikeReason: text('strike_reason').case(),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    // One standing value for each unit and period; what was struck out makes room.
    uniqueIndex('measurements_standing')
      .on(t.indicatorId, t.period, t.unitId)
      .where(sql`struck_at_ms is null`),
    index('measurements_by_unit').on(t.unitId, t.indicatorId, t.period),
    foreignKey({
      columns: [t.indicatorId, t.version],
      foreignColumns: [indicatorVersions.indicatorId, indicatorVersions.version],
    }),
  ],
);

/** Every correction of a measurement: what stood before and after, and why. */
export const measurementCorrections = provinceTable(
  'measurement_corrections',
  {
    id: text('id').primaryKey(),
    measurementId: text('measurement_id')
      .notNull()
      .references(() => measurements.id),
    valueBefore: real('value_before'),
    valueAfter: real('value_after'),
    wasSuppressed: integer('was_suppressed', { mode: 'boolean' }).notNull(),
    isSuppressed: integer('is_suppressed', { mode: 'boolean' }).notNull(),
    reason: text('reason').notNull().case(),
    correctedBy: text('corrected_by')
      .notNull()
      .references(() => people.id),
    correctedAtMs: integer('corrected_at_ms').notNull(),
  },
  (t) => [index('measurement_corrections_by_measurement').on(t.measurementId)],
);

/** Where an indicator stood in a unit at first, and where it is to be: the baseline and the dotted line of its drawing. */
export const indicatorAims = provinceTable(
  'indicator_aims',
  {
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    baselineValue: real('baseline_value'),
    goalValue: real('goal_value'),
    goalPeriod: text('goal_period'),
    setAtMs: integer('set_at_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.unitId] }), index('indicator_aims_by_unit').on(t.unitId)],
);

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
    /** The metric that measures it, as `base.active`. Null: an indicator does, or somebody reports the value. */
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
    /** The indicator that measures it, in the version that was agreed. */
    indicatorId: text('indicator_id').references(() => indicators.id),
    indicatorVersion: integer('indicator_version'),
    /** The target that it is a share of. */
    parentId: text('parent_id'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('targets_by_unit').on(t.unitId, t.dueOn),
    index('targets_by_parent')
      .on(t.parentId)
      .where(sql`parent_id is not null`),
  ],
);

/** Where a target is to be on the way: the plan runs through these. */
export const targetMilestones = provinceTable(
  'target_milestones',
  {
    targetId: text('target_id')
      .notNull()
      .references(() => targets.id, { onDelete: 'cascade' }),
    onDate: text('on_date').notNull(),
    value: real('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.targetId, t.onDate] })],
);

/** What had been reached of a target on a day: once a day for what is measured, with each report for what is not. */
export const targetReadings = provinceTable(
  'target_readings',
  {
    targetId: text('target_id')
      .notNull()
      .references(() => targets.id, { onDelete: 'cascade' }),
    onDate: text('on_date').notNull(),
    value: real('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.targetId, t.onDate] })],
);

/** A target as it is stored. */
export type TargetRow = typeof targets.$inferSelect;
/** An indicator as it is stored. */
export type IndicatorRow = typeof indicators.$inferSelect;
/** A measurement as it is stored. */
export type MeasurementRow = typeof measurements.$inferSelect;
