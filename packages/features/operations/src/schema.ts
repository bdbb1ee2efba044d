import { agencies } from '@mahalleh/agencies/schema';
import { capacities } from '@mahalleh/capacity/schema';
import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { domains, problems } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Audience, Blocker, PlaceKind, Valuation } from './choices.ts';
import type { ContributionKind, OperationStatus, TaskStatus } from './statuses.ts';

/** What is done about a problem in one neighbourhood, between two dates. */
export const operations = provinceTable(
  'operations',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    problemId: text('problem_id').references(() => problems.id),
    domainKey: text('domain_key')
      .notNull()
      .references(() => domains.key),
    agencyId: text('agency_id').references(() => agencies.id),
    title: text('title').notNull().case(),
    titleFolded: text('title_folded').notNull().case(),
    goal: text('goal').case(),
    measure: text('measure').case(),
    /** The group that it addresses, never a person. */
    audience: text('audience').$type<Audience>(),
    /** What its result is measured against. No foreign key: indicators know operations, not the reverse. */
    indicatorId: text('indicator_id'),
    placeKind: text('place_kind').$type<PlaceKind>().notNull().default('whole'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    status: text('status').$type<OperationStatus>().notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    /** The days as they were first planned; null while they have not moved. */
    baselineStartsOn: text('baseline_starts_on'),
    baselineEndsOn: text('baseline_ends_on'),
    resultNote: text('result_note').case(),
    resultValue: real('result_value'),
    cancelReason: text('cancel_reason').case(),
    plannedAtMs: integer('planned_at_ms').notNull(),
    approvedAtMs: integer('approved_at_ms'),
    approvedBy: text('approved_by'),
    /** JSON: the codes of the operations whose overlap was seen when this one was approved. */
    overlapsNoted: text('overlaps_noted'),
    startedAtMs: integer('started_at_ms'),
    finishedAtMs: integer('finished_at_ms'),
    isSample: integer('is_sample', { mode: 'boolean' }).notNull().default(false),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    uniqueIndex('operations_by_code').on(t.code),
    index('operations_by_unit').on(t.unitId, t.startsOn),
    index('operations_by_agency').on(t.agencyId),
    index('operations_by_problem').on(t.problemId),
    index('operations_by_indicator')
      .on(t.indicatorId)
      .where(sql`indicator_id is not null`),
    index('operations_by_domain').on(t.domainKey, t.status),
  ],
);

/** One piece of an operation's work: one person answers for it, by one day. */
export const tasks = provinceTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    operationId: text('operation_id')
      .notNull()
      .references(() => operations.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    title: text('title').notNull().case(),
    responsiblePersonId: text('responsible_person_id')
      .notNull()
      .references(() => people.id),
    agencyId: text('agency_id').references(() => agencies.id),
    startsOn: text('starts_on').notNull(),
    dueOn: text('due_on').notNull(),
    /** A day to be reached, not work that lasts: it begins and is due on one day. */
    isMilestone: integer('is_milestone', { mode: 'boolean' }).notNull().default(false),
    /** The days as they were first planned; null while they have not moved. */
    baselineStartsOn: text('baseline_starts_on'),
    baselineDueOn: text('baseline_due_on'),
    /** What keeps it from going on, as somebody recorded it; null when nothing does. */
    blockedBy: text('blocked_by').$type<Blocker>(),
    blockedNote: text('blocked_note').case(),
    /** Who can take the blocker away, when it is an agency. */
    blockedAgencyId: text('blocked_agency_id'),
    blockedAtMs: integer('blocked_at_ms'),
    status: text('status').$type<TaskStatus>().notNull(),
    doneAtMs: integer('done_at_ms'),
    doneNote: text('done_note').case(),
    cancelReason: text('cancel_reason').case(),
    postponedCount: integer('postponed_count').notNull().default(0),
    reopenedCount: integer('reopened_count').notNull().default(0),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('tasks_by_operation').on(t.operationId),
    index('tasks_by_unit').on(t.unitId, t.status, t.dueOn),
    index('tasks_by_due').on(t.status, t.dueOn),
    index('tasks_by_responsible').on(t.responsiblePersonId),
  ],
);

/** Which task begins only after which other one is done, and how many days later at the earliest. */
export const taskDependencies = provinceTable(
  'task_dependencies',
  {
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    afterId: text('after_id')
      .notNull()
      .references(() => tasks.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    lagDays: integer('lag_days').notNull().default(0),
    linkedAtMs: integer('linked_at_ms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.afterId] }),
    index('task_dependencies_by_after').on(t.afterId),
    index('task_dependencies_by_unit').on(t.unitId),
  ],
);

/** Every time that an operation's end was moved later, and why. */
export const extensions = provinceTable(
  'extensions',
  {
    id: text('id').primaryKey(),
    operationId: text('operation_id')
      .notNull()
      .references(() => operations.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    reason: text('reason').notNull().case(),
    extendedAtMs: integer('extended_at_ms').notNull(),
    undoneAtMs: integer('undone_at_ms'),
  },
  (t) => [index('extensions_by_operation').on(t.operationId)],
);

/** Every time that a task's day was moved later, and why. */
export const postponements = provinceTable(
  'postponements',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on').notNull(),
    reason: text('reason').notNull().case(),
    postponedAtMs: integer('postponed_at_ms').notNull(),
    /** Taken back: it counts no more. */
    undoneAtMs: integer('undone_at_ms'),
  },
  (t) => [index('postponements_by_task').on(t.taskId)],
);

/** What somebody gave to an operation: money, work, goods or a place. */
export const contributions = provinceTable(
  'contributions',
  {
    id: text('id').primaryKey(),
    operationId: text('operation_id')
      .notNull()
      .references(() => operations.id),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text('kind').$type<ContributionKind>().notNull(),
    agencyId: text('agency_id').references(() => agencies.id),
    note: text('note').case(),
    /** Null: given in kind, and nobody has put a value on it. */
    valueRial: integer('value_rial'),
    /** Where the value comes from: given by who recorded it, or estimated from the hours at `hourRial`. */
    valuedBy: text('valued_by').$type<Valuation>(),
    hourRial: integer('hour_rial'),
    hours: real('hours'),
    recordedAtMs: integer('recorded_at_ms').notNull(),
    removedAtMs: integer('removed_at_ms'),
  },
  (t) => [index('contributions_by_operation').on(t.operationId), index('contributions_by_unit').on(t.unitId)],
);

/** Which capacities of the bank an operation uses. */
export const operationCapacities = provinceTable(
  'operation_capacities',
  {
    operationId: text('operation_id')
      .notNull()
      .references(() => operations.id),
    capacityId: text('capacity_id')
      .notNull()
      .references(() => capacities.id),
  },
  (t) => [
    primaryKey({ columns: [t.operationId, t.capacityId] }),
    index('operation_capacities_by_capacity').on(t.capacityId),
  ],
);

/** How this province counts work: one row. Weekend: the days of the week from Saturday, `6` is Friday, `5,6` Thursday and Friday. */
export const workSettings = provinceTable('work_settings', {
  id: integer('id').primaryKey(),
  /** What an hour of voluntary work is worth, when nobody says otherwise; null: it is not estimated. Unit: whole rials. */
  hourRial: integer('hour_rial'),
  weekend: text('weekend').notNull(),
  revision: integer('revision').notNull().default(1),
});

/** An operation as it is stored. */
export type OperationRow = typeof operations.$inferSelect;
/** A task as it is stored. */
export type TaskRow = typeof tasks.$inferSelect;
