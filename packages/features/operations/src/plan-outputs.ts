import { zFlag, zId, zInput, zOptional } from '@mahalleh/kernel';
import * as z from 'zod';
import { OperationItem, TaskItem } from './outputs.ts';

const nullable = z.string().nullable();

/** Input of the plan of a neighbourhood. `ended`: also what is done or was given up. */
export const ReadPlan = zInput({ unitId: zId('unit'), ended: zOptional(zFlag) });

/** A task in the plan: what its links leave to it, and the days that it had when it was first planned. */
export const TaskInPlan = TaskItem.omit({
  operationCode: true,
  operationTitle: true,
  unitId: true,
  unitNameFa: true,
  unitNameEn: true,
}).extend({
  doneAtMs: z.number().nullable(),
  baselineStartsOn: nullable,
  baselineDueOn: nullable,
  /** How many days it can slip before its operation ends later; null once it is done. */
  slackDays: z.number().nullable(),
  isCritical: z.boolean(),
  latestDueOn: nullable,
  /** The first day that its links allow, when it stands before that; null when all is well. */
  freeOn: nullable,
  /** Whether the reader may act on it: an officer acts on the own agency's. */
  mayAct: z.boolean(),
});

/** One link of the plan: the task begins only after the other is done, so many days later at the earliest. */
export const LinkInPlan = z.object({ taskId: z.string(), afterId: z.string(), lagDays: z.number() });

/** An operation in the plan. */
export const OperationInPlan = OperationItem.omit({ unitNameFa: true, unitNameEn: true }).extend({
  baselineStartsOn: nullable,
  baselineEndsOn: nullable,
  /** Days between the last of its open tasks and its own end. */
  reserveDays: z.number().nullable(),
});

/** The plan of a neighbourhood: everything that is on its timeline. */
export const PlanPage = z.object({
  unit: z.object({
    id: z.string(),
    nameFa: z.string(),
    nameEn: nullable,
    parentNameFa: nullable,
    parentNameEn: nullable,
  }),
  operations: z.array(OperationInPlan),
  tasks: z.array(TaskInPlan),
  links: z.array(LinkInPlan),
  /** More than fits into one plan is on record: what is shown is not all. */
  isCut: z.boolean(),
  /** Operations without money, of those not given up. */
  zeroBudget: z.object({ without: z.number(), all: z.number() }),
  /** Days of the week from Saturday (0) that are shaded. */
  weekend: z.string(),
  today: z.string(),
});

/** The plan of a neighbourhood. */
export type PlanPage = z.infer<typeof PlanPage>;
/** A task in the plan. */
export type TaskInPlan = z.infer<typeof TaskInPlan>;
/** One link of the plan. */
export type LinkInPlan = z.infer<typeof LinkInPlan>;
/** An operation in the plan. */
export type OperationInPlan = z.infer<typeof OperationInPlan>;
