import { agencies } from '@mahalleh/agencies/schema';
import { capacities } from '@mahalleh/capacity/schema';
import { provinceTable } from '@mahalleh/gate';
import { people } from '@mahalleh/people/schema';
import { domains, problems } from '@mahalleh/problems/schema';
import { units } from '@mahalleh/units/schema';
import { index, integer, primaryKey, real, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
    status: text('status').$type<OperationStatus>().notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    resultNote: text('result_note').case(),
    resultValue: real('result_value'),
    cancelReason: text('cancel_reason').case(),
    plannedAtMs: integer('planned_at_ms').notNull(),
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

/** An operation as it is stored. */
export type OperationRow = typeof operations.$inferSelect;
/** A task as it is stored. */
export type TaskRow = typeof tasks.$inferSelect;
