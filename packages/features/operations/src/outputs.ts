import { EvidenceItem } from '@mahalleh/evidence/model';
import * as z from 'zod';
import { AUDIENCES, BLOCKERS, PLACE_KINDS, VALUATIONS } from './choices.ts';
import { CONTRIBUTION_KINDS, OPERATION_STATUSES, STANDINGS, TASK_STATUSES } from './statuses.ts';

const nullable = z.string().nullable();

/** What every change of an operation or a task answers. */
export const Changed = z.object({ id: z.string(), revision: z.number() });
/** What every change of a contribution answers. */
export const Recorded = z.object({ id: z.string() });
/** What planning answers. */
export const Planned = Changed.extend({ code: z.string() });

/** One operation in a list. */
export const OperationItem = z.object({
  id: z.string(),
  code: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: nullable,
  title: z.string(),
  problemId: nullable,
  domainKey: z.string(),
  agencyId: nullable,
  agencyName: nullable,
  status: z.enum(OPERATION_STATUSES),
  standing: z.enum(STANDINGS),
  startsOn: z.string(),
  endsOn: z.string(),
  tasks: z.number(),
  doneTasks: z.number(),
  lateTasks: z.number(),
  blockedTasks: z.number(),
  /** The longest that an open task, or the operation itself, is past its day. */
  daysLate: z.number(),
  hasMoney: z.boolean(),
  audience: z.enum(AUDIENCES).nullable(),
  approvedAtMs: z.number().nullable(),
  isSample: z.boolean(),
  revision: z.number(),
});

/** A page of operations. */
export const OperationList = z.object({
  rows: z.array(OperationItem),
  total: z.number(),
  page: z.number(),
  size: z.number(),
});

/**
 * What keeps a task from going on: a blocker that somebody recorded, or `predecessor`, when what it waits for is late,
 * or is not done though this task should have begun.
 */
export const Blocked = z.object({
  by: z.enum([...BLOCKERS, 'predecessor']),
  note: nullable,
  atMs: z.number().nullable(),
  agencyName: nullable,
  /** The task that it waits for. */
  afterId: nullable,
  afterTitle: nullable,
});

const taskFields = {
  id: z.string(),
  title: z.string(),
  responsiblePersonId: z.string(),
  responsibleName: z.string(),
  agencyId: nullable,
  agencyName: nullable,
  startsOn: z.string(),
  dueOn: z.string(),
  isMilestone: z.boolean(),
  status: z.enum(TASK_STATUSES),
  standing: z.enum(STANDINGS),
  daysLate: z.number(),
  blocked: Blocked.nullable(),
  postponedCount: z.number(),
  revision: z.number(),
};

/** One task in a list across operations. */
export const TaskItem = z.object({
  ...taskFields,
  operationId: z.string(),
  operationCode: z.string(),
  operationTitle: z.string(),
  unitId: z.string(),
  unitNameFa: z.string(),
  unitNameEn: nullable,
});

/** A page of tasks. */
export const TaskList = z.object({ rows: z.array(TaskItem), total: z.number(), page: z.number(), size: z.number() });

/** One task on its operation's page. */
export const TaskDetail = z.object({
  ...taskFields,
  doneAtMs: z.number().nullable(),
  doneNote: nullable,
  cancelReason: nullable,
  reopenedCount: z.number(),
  postponements: z.array(z.object({ fromOn: z.string(), toOn: z.string(), reason: z.string(), atMs: z.number() })),
});

/** One contribution. Unit: whole rials, null when nobody has put a value on it. */
export const ContributionItem = z.object({
  id: z.string(),
  kind: z.enum(CONTRIBUTION_KINDS),
  agencyId: nullable,
  agencyName: nullable,
  note: nullable,
  valueRial: z.number().nullable(),
  /** `estimated`: from the hours, at what an hour was worth in the province then. */
  valuedBy: z.enum(VALUATIONS).nullable(),
  hourRial: z.number().nullable(),
  hours: z.number().nullable(),
  recordedAtMs: z.number(),
});

/** One entry of a record's history: who did what, and which fields it changed. */
export const HistoryEntry = z.object({
  atMs: z.number(),
  action: z.string(),
  actorId: z.string(),
  actorName: nullable,
  subject: z.string(),
  fields: z.array(z.string()),
});

/** One operation with everything on its page. */
export const OperationDetail = z.object({
  ...OperationItem.omit({ tasks: true, doneTasks: true, lateTasks: true, blockedTasks: true, hasMoney: true }).shape,
  problem: z.object({ id: z.string(), code: z.string(), title: z.string(), status: z.string() }).nullable(),
  goal: nullable,
  measure: nullable,
  resultNote: nullable,
  resultValue: z.number().nullable(),
  cancelReason: nullable,
  indicatorId: nullable,
  placeKind: z.enum(PLACE_KINDS),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  isSensitive: z.boolean(),
  baselineStartsOn: nullable,
  baselineEndsOn: nullable,
  extensions: z.array(z.object({ fromOn: z.string(), toOn: z.string(), reason: z.string(), atMs: z.number() })),
  plannedAtMs: z.number(),
  startedAtMs: z.number().nullable(),
  finishedAtMs: z.number().nullable(),
  tasks: z.array(TaskDetail),
  capacities: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })),
  /** What can be used, of its neighbourhood and of the county above it: the first by name. */
  usable: z.array(z.object({ id: z.string(), name: z.string() })),
  contributions: z.array(ContributionItem),
  totals: z.object({
    moneyRial: z.number(),
    inKindRial: z.number(),
    estimatedRial: z.number(),
    unvalued: z.number(),
    hours: z.number(),
    isZeroBudget: z.boolean(),
  }),
  /** What an hour of work is worth in this province when nobody says otherwise. */
  hourRial: z.number().nullable(),
  evidence: z.array(EvidenceItem),
  history: z.array(HistoryEntry),
});

/** One operation in a list. */
export type OperationItem = z.infer<typeof OperationItem>;
/** One operation with everything on its page. */
export type OperationDetail = z.infer<typeof OperationDetail>;
/** One task in a list across operations. */
export type TaskItem = z.infer<typeof TaskItem>;
/** One task on its operation's page. */
export type TaskDetail = z.infer<typeof TaskDetail>;
