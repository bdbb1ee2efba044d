import { isRefusal, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import {
  civilOf,
  dayOf,
  loopOf,
  networkOf,
  planOf,
  proposalOf,
  strainsOf,
  type Change,
  type Fault,
  type Growth,
  type Link,
  type Move,
  type PlannedOperation,
  type PlannedTask,
} from './schedule-rules.ts';

/** A task of the plan with what a change of its days must know. */
export type MovableTask = PlannedTask & {
  readonly title: string;
  readonly isMilestone: boolean;
  readonly revision: number;
  /** 1 when the actor may act on it. */
  readonly mayAct: number;
};

/** An operation of the plan with what a change of its days must know. */
export type GrowableOperation = PlannedOperation & {
  readonly title: string;
  readonly revision: number;
  /** 1 when the actor may give it other days. */
  readonly mayAmend: number;
};

/** What is loaded of a plan before a change of it is decided. */
export type PlanState = {
  readonly planTasks: readonly MovableTask[];
  readonly planLinks: readonly Link[];
  readonly planOperations: readonly GrowableOperation[];
};

/** What was accepted of a change, by who asked for it. */
export type Accepted = {
  readonly reason?: string | undefined;
  readonly pushes?: boolean | undefined;
  readonly pushed?:
    | readonly {
        readonly taskId: string;
        readonly revision: number;
        readonly startsOn: CivilDate;
        readonly dueOn: CivilDate;
      }[]
    | undefined;
  readonly extended?: readonly { readonly operationId: string; readonly revision: number }[] | undefined;
};

/** A task that gets other days. */
export type MovedTask<T extends MovableTask> = {
  readonly task: T;
  readonly startsOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly isLater: boolean;
};

/** An operation that gets other days. */
export type GrownOperation<O extends GrowableOperation> = {
  readonly operation: O;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly isLater: boolean;
};

/** What a change of a plan saves. */
export type Moving<T extends MovableTask, O extends GrowableOperation> = {
  readonly moved: readonly MovedTask<T>[];
  readonly grown: readonly GrownOperation<O>[];
};

/** What cannot be in the order of work, in the words of a refusal that names its field. */
const refusalOf = (fault: Fault, titleOf: (id: string) => string): Refusal => {
  switch (fault.kind) {
    case 'unknown':
      return refuse('task_unknown', { field: 'taskId' });
    case 'fixed':
      return refuse('task_not_open', { field: 'taskId', detail: { task: titleOf(fault.id) } });
    case 'backwards':
      return refuse('task_due_before_start', { field: 'dueOn' });
    case 'before_predecessor':
      return refuse('task_before_predecessor', {
        field: 'startsOn',
        detail: { task: titleOf(fault.afterId), earliest: civilOf(fault.earliest) },
      });
    case 'loop':
      return refuse('link_closes_loop', {
        field: 'afterId',
        detail: { loop: [...fault.ids, fault.ids[0] ?? ''].map(titleOf).join(' ← ') },
      });
  }
};

const isSamePush = (accepted: NonNullable<Accepted['pushed']>, pushed: readonly Move[]): boolean => {
  const said = new Map(accepted.map((one) => [one.taskId, one]));
  return (
    said.size === pushed.length &&
    pushed.every(({ id, start, due }) => {
      const one = said.get(id);
      return one !== undefined && dayOf(one.startsOn) === start && dayOf(one.dueOn) === due;
    })
  );
};

const pushRefusal = ({ pushed: accepted = [], pushes }: Accepted, pushed: readonly Move[]): Refusal | undefined => {
  if (pushes || isSamePush(accepted, pushed)) return undefined;
  return accepted.length === 0
    ? refuse('schedule_pushes_tasks', { field: 'pushes', detail: { tasks: pushed.length } })
    : refuse('schedule_changed_meanwhile');
};

const growthRefusal = (
  { extended = [], pushes }: Accepted,
  { start, end }: Growth,
  operation: GrowableOperation,
): Refusal | undefined => {
  const detail = { operation: operation.title, startsOn: civilOf(start), endsOn: civilOf(end) };
  const field = end > dayOf(operation.endsOn) ? 'dueOn' : 'startsOn';
  const isAccepted = pushes || extended.some(({ operationId }) => operationId === operation.id);
  if (!isAccepted || !operation.mayAmend) return refuse('operation_must_grow', { field, detail });
  return undefined;
};

/**
 * What a change of a plan saves, or why it cannot be: it breaks the order of work for good, it pushes more than was
 * accepted, an operation must grow and nobody said so, a task is not the actor's, or it becomes later without a reason.
 */
export const movingOf = <T extends MovableTask, O extends GrowableOperation>(
  state: {
    readonly planTasks: readonly T[];
    readonly planLinks: readonly Link[];
    readonly planOperations: readonly O[];
  },
  change: Change,
  accepted: Accepted,
): Moving<T, O> | Refusal => {
  const tasks = new Map(state.planTasks.map((task) => [task.id, task]));
  const operations = new Map(state.planOperations.map((operation) => [operation.id, operation]));
  const plan = planOf({ tasks: state.planTasks, links: state.planLinks, operations: state.planOperations });
  const { faults, pushed, growths } = proposalOf(networkOf(plan), change);
  const moved = [...(change.moves ?? []), ...pushed].flatMap(({ id, start, due }) => {
    const task = tasks.get(id);
    if (!task) return [];
    const [startsOn, dueOn] = [civilOf(start), civilOf(due)];
    return [{ task, startsOn, dueOn, isLater: dueOn > task.dueOn }];
  });
  const grown = growths.flatMap(({ operationId, start, end }) => {
    const operation = operations.get(operationId);
    const endsOn = civilOf(end);
    return operation ? [{ operation, startsOn: civilOf(start), endsOn, isLater: endsOn > operation.endsOn }] : [];
  });
  const refusal = [
    ...faults.map((fault) => refusalOf(fault, (id) => tasks.get(id)?.title ?? '')),
    moved.some(({ task, startsOn, dueOn }) => task.isMilestone && startsOn !== dueOn)
      ? refuse('milestone_is_one_day', { field: 'dueOn' })
      : undefined,
    pushRefusal(accepted, pushed),
    ...growths.map((growth) => {
      const operation = operations.get(growth.operationId);
      return operation && growthRefusal(accepted, growth, operation);
    }),
    moved.some(({ task }) => !task.mayAct) ? refuse('task_of_other_agency') : undefined,
    accepted.reason === undefined && (moved.some(({ isLater }) => isLater) || grown.some(({ isLater }) => isLater))
      ? refuse('later_needs_reason', { field: 'reason' })
      : undefined,
  ].find(isRefusal);
  return refusal ?? { moved, grown };
};

/** A link that would close a loop, through whatever it goes, also what was cancelled and may be reopened; the loop is named. */
export const loopRefusal = (state: PlanState, link: Link): Refusal | undefined => {
  const works = state.planTasks.map(({ id, operationId }) => ({ id, operationId, start: 0, due: 0, isFixed: false }));
  const ids = loopOf(networkOf({ works, links: state.planLinks, stretches: [] }), link);
  return ids && refusalOf({ kind: 'loop', ids }, (id) => state.planTasks.find((task) => task.id === id)?.title ?? '');
};

/** Keeps a task in the order of work where nothing is pushed: the days that it is given, or the refusal. */
export const orderRefusal = (state: PlanState, move: { id: string; startsOn: CivilDate; dueOn: CivilDate }) => {
  const moves = [{ id: move.id, start: dayOf(move.startsOn), due: dayOf(move.dueOn) }];
  const plan = planOf({ tasks: state.planTasks, links: state.planLinks, operations: [] });
  const { faults, pushed } = proposalOf(networkOf(plan), { moves });
  const [fault] = faults;
  if (fault) return refusalOf(fault, (id) => state.planTasks.find((task) => task.id === id)?.title ?? '');
  return pushed.length > 0
    ? refuse('schedule_pushes_tasks', { field: 'dueOn', detail: { tasks: pushed.length } })
    : undefined;
};

/** A task that is opened again stands in the order of work as if it had never left it, or the refusal. */
export const reopenedRefusal = (state: PlanState, id: string): Refusal | undefined => {
  const tasks = state.planTasks.map((task): PlannedTask => (task.id === id ? { ...task, status: 'open' } : task));
  const titleOf = (taskId: string): string => state.planTasks.find((task) => task.id === taskId)?.title ?? '';
  const done = state.planLinks.find(
    ({ taskId, afterId }) => afterId === id && tasks.some((task) => task.id === taskId && task.status === 'done'),
  );
  if (done) return refuse('task_before_done', { detail: { task: titleOf(done.taskId) } });
  const strain = strainsOf(networkOf(planOf({ tasks, links: state.planLinks, operations: [] }))).find(
    ({ taskId, afterId }) => taskId === id || afterId === id,
  );
  if (!strain) return undefined;
  return refuse('reopening_breaks_order', {
    detail: {
      task: titleOf(strain.taskId === id ? strain.afterId : strain.taskId),
      earliest: civilOf(strain.earliest),
    },
  });
};

/** The tasks of a new plan wait for tasks that are in it, in no loop, and begin after them, or the refusal. */
export const newOrderRefusal = (
  tasks: readonly { title: string; startsOn: CivilDate; dueOn: CivilDate; after?: readonly number[] | undefined }[],
): Refusal | undefined => {
  const at = (i: number): string => `tasks.${i}.after`;
  const titleOf = (id: string): string => tasks[Number(id)]?.title ?? '';
  const lost = tasks.findIndex(({ after = [] }) => after.some((place) => place > tasks.length));
  if (lost >= 0) return refuse('task_unknown', { field: at(lost) });
  const works = tasks.map(({ startsOn, dueOn }, i) => ({
    id: String(i),
    operationId: '',
    start: dayOf(startsOn),
    due: dayOf(dueOn),
    isFixed: false,
  }));
  const links: Link[] = [];
  for (const [i, { after = [] }] of tasks.entries())
    for (const place of new Set(after)) {
      const link = { taskId: String(i), afterId: String(place - 1), lagDays: 0 };
      const ids = loopOf(networkOf({ works, links, stretches: [] }), link);
      if (ids) return { ...refusalOf({ kind: 'loop', ids }, titleOf), field: at(i) };
      links.push(link);
    }
  const [strain] = strainsOf(networkOf({ works, links, stretches: [] }));
  if (!strain) return undefined;
  const fault = { kind: 'before_predecessor', id: strain.taskId, ...strain } as const;
  return { ...refusalOf(fault, titleOf), field: `tasks.${strain.taskId}.startsOn` };
};
