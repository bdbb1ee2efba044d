import type { OperationInPlan, PlanPage, TaskInPlan } from '@mahalleh/operations/model';

/** The plan of a neighbourhood. */
export type Plan = PlanPage;
/** A task in it. */
export type PlanTask = TaskInPlan;
/** An operation in it. */
export type PlanOperation = OperationInPlan;
