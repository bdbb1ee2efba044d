import { addDays, daysBetween, MAX_RIAL, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import type { Valuation } from './choices.ts';
import type { ContributionKind, OperationStatus, Standing, TaskStatus } from './statuses.ts';

/** A stretch of days, both included. */
export type Span = { readonly startsOn: CivilDate; readonly endsOn: CivilDate };

/** How near a day must be for an open task to be at risk. Unit: days. */
export const RISK_DAYS = 3;

/** A stored civil date as one; safe because only the kernel's date field writes these columns. */
export const civil = (stored: string): CivilDate => stored as CivilDate;

/** An operation that starts before it ends, or the refusal. */
export const spanRefusal = ({ startsOn, endsOn }: Span): Refusal | undefined =>
  endsOn < startsOn
    ? refuse('operation_ends_before_start', { field: 'endsOn', detail: { startsOn, endsOn } })
    : undefined;

/** A task that starts before it is due and lies within its operation, or the refusal. `at` is the path of the task in the input. */
export const taskSpanRefusal = (
  task: { startsOn: CivilDate; dueOn: CivilDate },
  within: Span,
  at = '',
): Refusal | undefined => {
  if (task.dueOn < task.startsOn)
    return refuse('task_due_before_start', {
      field: `${at}dueOn`,
      detail: { startsOn: task.startsOn, dueOn: task.dueOn },
    });
  const field = task.startsOn < within.startsOn ? 'startsOn' : task.dueOn > within.endsOn ? 'dueOn' : undefined;
  return field
    ? refuse('task_outside_operation', {
        field: `${at}${field}`,
        detail: { startsOn: within.startsOn, endsOn: within.endsOn },
      })
    : undefined;
};

/** A milestone begins and is due on one day, or the refusal. */
export const milestoneRefusal = (
  task: { startsOn: CivilDate; dueOn: CivilDate },
  isMilestone: boolean | undefined,
  at = '',
): Refusal | undefined =>
  isMilestone && task.startsOn !== task.dueOn ? refuse('milestone_is_one_day', { field: `${at}dueOn` }) : undefined;

const NEXT: Readonly<Record<OperationStatus, Readonly<Record<string, OperationStatus>>>> = {
  planned: { start: 'running', cancel: 'cancelled' },
  running: { finish: 'done', cancel: 'cancelled' },
  done: {},
  cancelled: {},
};

/** Where a verb takes an operation, or the refusal. */
export const stepOperation = (
  status: OperationStatus,
  verb: 'start' | 'finish' | 'cancel',
): OperationStatus | Refusal =>
  NEXT[status][verb] ??
  refuse(
    status === 'planned' ? 'operation_not_started' : status === 'running' ? 'operation_started' : 'operation_ended',
    { detail: { status } },
  );

/** Nothing of an operation that is done or cancelled changes any more. */
export const endedRefusal = (status: OperationStatus): Refusal | undefined =>
  status === 'done' || status === 'cancelled' ? refuse('operation_ended', { detail: { status } }) : undefined;

/** An operation ends well when no task is open and at least one was done, or the refusal. */
export const finishRefusal = (tasks: readonly { status: TaskStatus }[]): Refusal | undefined => {
  const open = tasks.filter(({ status }) => status === 'open').length;
  if (open > 0) return refuse('operation_has_open_tasks', { detail: { open } });
  return tasks.some(({ status }) => status === 'done') ? undefined : refuse('operation_without_done_task');
};

/** Only an open task changes, or the refusal. */
export const openTaskRefusal = ({ status }: { status: TaskStatus }): Refusal | undefined =>
  status === 'open' ? undefined : refuse('task_not_open', { detail: { status } });

/** An officer acts on the tasks of the own agency only, or the refusal. `mayAct` is 1 when the database found a grant that reaches it. */
export const agencyRefusal = ({ mayAct }: { mayAct: number }): Refusal | undefined =>
  mayAct ? undefined : refuse('task_of_other_agency');

/** A task is reopened while its operation lasts, or the refusal. */
export const reopenTaskRefusal = (task: {
  status: TaskStatus;
  operationStatus: OperationStatus;
}): Refusal | undefined =>
  endedRefusal(task.operationStatus) ?? (task.status === 'open' ? refuse('task_is_open') : undefined);

/** A task is done while its operation runs and nothing is open that it waits for, with evidence: a note, or something attached. */
export const finishTaskRefusal = (
  task: { status: TaskStatus; operationStatus: OperationStatus; evidence: number; waitsFor: string | null },
  note: string | undefined,
): Refusal | undefined => {
  const fault = openTaskRefusal(task) ?? endedRefusal(task.operationStatus);
  if (fault) return fault;
  if (task.waitsFor !== null) return refuse('task_waits_for_open', { detail: { task: task.waitsFor } });
  if (task.operationStatus === 'planned')
    return refuse('operation_not_started', { detail: { status: task.operationStatus } });
  return note || task.evidence > 0 ? undefined : refuse('task_without_evidence', { field: 'note' });
};

/** A task is postponed to a later day within its operation, or the refusal. */
export const postponeRefusal = (task: { dueOn: CivilDate }, dueOn: CivilDate, within: Span): Refusal | undefined => {
  if (dueOn <= task.dueOn) return refuse('postponed_to_no_later', { field: 'dueOn', detail: { dueOn: task.dueOn } });
  return dueOn > within.endsOn
    ? refuse('task_outside_operation', { field: 'dueOn', detail: { ...within } })
    : undefined;
};

/** Money has an amount, only work has hours, or the refusal. */
export const contributionRefusal = (given: {
  kind: ContributionKind;
  valueRial?: number | undefined;
  hours?: number | undefined;
}): Refusal | undefined => {
  if (given.kind === 'money' && !given.valueRial) return refuse('contribution_without_value', { field: 'valueRial' });
  if (given.kind !== 'work' && given.hours !== undefined)
    return refuse('contribution_hours_of_no_work', { field: 'hours' });
  return undefined;
};

/** What is left of a problem to operate on: a problem that is merged, split or closed takes no operation. */
export const problemRefusal = (
  problem: { status: string; unitId: string; domainKey: string },
  plan: { unitId: string; domainKey?: string | undefined },
): Refusal | undefined => {
  if (problem.status === 'merged' || problem.status === 'split' || problem.status === 'closed')
    return refuse(`problem_is_${problem.status}`, { field: 'problemId' });
  if (problem.unitId !== plan.unitId) return refuse('problem_of_other_unit', { field: 'problemId' });
  return plan.domainKey && plan.domainKey !== problem.domainKey
    ? refuse('operation_domain_differs', { field: 'domainKey', detail: { domain: problem.domainKey } })
    : undefined;
};

/** How many days past its day something is; 0 when it is not. */
export const daysLate = (dueOn: CivilDate, today: CivilDate): number => Math.max(0, daysBetween(dueOn, today));

/**
 * How a task stands today. Late: open, and its day is past. Blocked: open, and something keeps it from going on. At
 * risk: open, and its day is within `RISK_DAYS`, or it should have begun while its operation has not been started.
 */
export const taskStanding = (
  task: {
    status: TaskStatus;
    startsOn: CivilDate;
    dueOn: CivilDate;
    operationStatus: OperationStatus;
    isBlocked: boolean;
  },
  today: CivilDate,
): Standing => {
  if (task.status !== 'open') return task.status;
  if (task.dueOn < today) return 'late';
  if (task.isBlocked) return 'blocked';
  const hasNotBegun = task.operationStatus === 'planned' && task.startsOn < today;
  return hasNotBegun || task.dueOn <= addDays(today, RISK_DAYS) ? 'at_risk' : 'on_time';
};

/** How an operation stands today: late when its end is past or a task is late; blocked when a task is; at risk when it should have started or a task is at risk. */
export const operationStanding = (
  operation: {
    status: OperationStatus;
    startsOn: CivilDate;
    endsOn: CivilDate;
    lateTasks: number;
    blockedTasks: number;
    riskyTasks: number;
  },
  today: CivilDate,
): Standing => {
  if (operation.status === 'done' || operation.status === 'cancelled') return operation.status;
  if (operation.endsOn < today || operation.lateTasks > 0) return 'late';
  if (operation.blockedTasks > 0) return 'blocked';
  const hasNotBegun = operation.status === 'planned' && operation.startsOn < today;
  return hasNotBegun || operation.riskyTasks > 0 ? 'at_risk' : 'on_time';
};

/** What a contribution is worth and where that is known from: what was said, or for work its hours at what an hour is worth in the province. */
export const valuationOf = (
  given: { kind: ContributionKind; valueRial?: number | undefined; hours?: number | undefined },
  hourRial: number | null,
): { valueRial: number | null; valuedBy: Valuation | null; hourRial: number | null } => {
  if (given.valueRial !== undefined) return { valueRial: given.valueRial, valuedBy: 'given', hourRial: null };
  if (given.kind !== 'work' || given.hours === undefined || hourRial === null)
    return { valueRial: null, valuedBy: null, hourRial: null };
  return { valueRial: Math.min(Math.round(given.hours * hourRial), MAX_RIAL), valuedBy: 'estimated', hourRial };
};

/** What the contributions of one operation come to. Unit: whole rials, hours. Removed ones must not be among them. */
export const totalsOf = (
  given: readonly {
    kind: ContributionKind;
    valueRial: number | null;
    valuedBy: Valuation | null;
    hours: number | null;
  }[],
) => {
  const sum = (chosen: typeof given) => chosen.reduce((all, { valueRial }) => all + (valueRial ?? 0), 0);
  const money = given.filter(({ kind }) => kind === 'money');
  return {
    moneyRial: sum(money),
    inKindRial: sum(given.filter(({ kind }) => kind !== 'money')),
    estimatedRial: sum(given.filter(({ valuedBy }) => valuedBy === 'estimated')),
    unvalued: given.filter(({ valueRial }) => valueRial === null).length,
    hours: given.reduce((all, { hours }) => all + (hours ?? 0), 0),
    isZeroBudget: money.length === 0,
  };
};

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** The tracking code of an operation: nine letters and digits from the random end of its id, easy to read aloud. */
export const codeOf = (id: string): string => {
  let left = BigInt(`0x${id.replaceAll('-', '').slice(-12)}`);
  let text = '';
  for (let i = 0; i < 9; i++, left /= 32n) text = `${CROCKFORD[Number(left % 32n)] ?? ''}${text}`;
  return `A-${text.slice(0, 5)}-${text.slice(5)}`.toUpperCase();
};
