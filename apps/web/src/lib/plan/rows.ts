import { standingOf } from '$lib/operations/words';
import type { Locale } from '@mahalleh/ui';
import {
  scaleOf,
  type Day,
  type GanttLink,
  type GanttRow,
  type Place,
  type Scale,
  type Zoom,
} from '@mahalleh/ui/gantt-line';
import { dayNumber, placeOf } from './days';
import type { Plan, PlanOperation, PlanTask } from './model';
import { describeOperation, describeTask, taskMark } from './words';

/** What the rows of a chart must know besides the plan. */
export type Drawing = {
  readonly locale: Locale;
  /** Whether the reader may give tasks other days. */
  readonly mayMove: boolean;
  readonly taskHref: (task: PlanTask) => string;
  readonly operationHref: (operation: PlanOperation) => string;
};

const ghostOf = (startsOn: string | null, dueOn: string | null, now: Place): Place | undefined => {
  if (startsOn === null || dueOn === null) return undefined;
  const ghost = { start: dayNumber(startsOn), due: dayNumber(dueOn) };
  return ghost.start === now.start && ghost.due === now.due ? undefined : ghost;
};

const BAD = new Set(['late', 'blocked', 'at_risk']);

const operationRow = (operation: PlanOperation, today: Day, drawing: Drawing): GanttRow => {
  const place = { start: dayNumber(operation.startsOn), due: dayNumber(operation.endsOn) };
  const isDone = operation.status === 'done';
  const mark = standingOf(operation, drawing.locale);
  return {
    id: operation.id,
    kind: 'group',
    label: operation.title,
    sub: operation.agencyName ?? undefined,
    href: drawing.operationHref(operation),
    place,
    ghost: ghostOf(operation.baselineStartsOn, operation.baselineEndsOn, place),
    isMovable: false,
    isCritical: false,
    isDone,
    progress: isDone ? 1 : operation.tasks === 0 ? 0 : operation.doneTasks / operation.tasks,
    lateUntil: operation.standing === 'late' && place.due < today ? today - 1 : undefined,
    mark: BAD.has(operation.standing) || isDone ? mark : undefined,
    describes: describeOperation(operation, drawing.locale),
  };
};

const taskRow = (
  task: PlanTask,
  plan: { today: Day; titles: ReadonlyMap<string, string>; before: readonly string[] },
  drawing: Drawing,
): GanttRow => {
  const place = placeOf(task);
  const isOpen = task.status === 'open';
  return {
    id: task.id,
    kind: task.isMilestone ? 'milestone' : 'task',
    label: task.title,
    sub: task.responsibleName,
    href: drawing.taskHref(task),
    place,
    ghost: ghostOf(task.baselineStartsOn, task.baselineDueOn, place),
    isMovable: drawing.mayMove && task.mayAct && isOpen,
    isCritical: task.isCritical,
    isDone: task.status === 'done',
    progress: task.status === 'done' ? 1 : 0,
    latest: isOpen && task.latestDueOn !== null && !task.isCritical ? dayNumber(task.latestDueOn) : undefined,
    lateUntil: task.standing === 'late' ? plan.today - 1 : undefined,
    mark: BAD.has(task.standing) ? taskMark(task, drawing.locale) : undefined,
    describes: describeTask(task, plan.titles.get(task.operationId) ?? '', plan.before, drawing.locale),
  };
};

/** The titles of what each task waits for, by task. */
export const beforeOf = (plan: Pick<Plan, 'tasks' | 'links'>): Map<string, string[]> => {
  const titles = new Map(plan.tasks.map(({ id, title }) => [id, title]));
  const before = new Map<string, string[]>();
  for (const { taskId, afterId } of plan.links) {
    const title = titles.get(afterId);
    if (title !== undefined) before.set(taskId, [...(before.get(taskId) ?? []), title]);
  }
  return before;
};

/** The lines of a chart: every operation, and below it its tasks in the order in which they begin. */
export const rowsOf = (plan: Plan, drawing: Drawing): GanttRow[] => {
  const today = dayNumber(plan.today);
  const titles = new Map(plan.operations.map(({ id, title }) => [id, title]));
  const before = beforeOf(plan);
  const byOperation = new Map<string, PlanTask[]>();
  for (const task of plan.tasks)
    byOperation.set(task.operationId, [...(byOperation.get(task.operationId) ?? []), task]);
  return plan.operations.flatMap((operation) => [
    operationRow(operation, today, drawing),
    ...(byOperation.get(operation.id) ?? []).map((task) =>
      taskRow(task, { today, titles, before: before.get(task.id) ?? [] }, drawing),
    ),
  ]);
};

/** The arrows of a chart; critical where both ends are and nothing lies between them. */
export const arrowsOf = (plan: Plan): GanttLink[] => {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  return plan.links.flatMap(({ taskId, afterId, lagDays }) => {
    const [task, after] = [tasks.get(taskId), tasks.get(afterId)];
    if (!task || !after) return [];
    const isTight = dayNumber(task.startsOn) <= dayNumber(after.dueOn) + 1 + lagDays;
    return [{ from: afterId, to: taskId, isCritical: task.isCritical && after.isCritical && isTight }];
  });
};

/** The line of days that holds a whole plan and today. */
export const scaleFor = (rows: readonly GanttRow[], today: Day, zoom: Zoom, least = 0): Scale => {
  const days = [today, ...rows.flatMap(({ place, ghost }) => [place.start, place.due, ...(ghost ? [ghost.due] : [])])];
  return scaleOf(
    days.reduce((a, b) => Math.min(a, b)),
    days.reduce((a, b) => Math.max(a, b)),
    zoom,
    least,
  );
};

/** The plan as far as it is about one operation: its tasks, and those of others that they are linked to. */
export const around = (plan: Plan, operationId: string): Plan => {
  const own = new Set(plan.tasks.filter((task) => task.operationId === operationId).map(({ id }) => id));
  const linked = new Set(
    plan.links.flatMap(({ taskId, afterId }) => (own.has(taskId) || own.has(afterId) ? [taskId, afterId] : [])),
  );
  const tasks = plan.tasks.filter(({ id }) => own.has(id) || linked.has(id));
  const shown = new Set([operationId, ...tasks.map((task) => task.operationId)]);
  const operations = plan.operations.filter(({ id }) => shown.has(id));
  return {
    ...plan,
    operations: [...operations].sort((a, b) => Number(b.id === operationId) - Number(a.id === operationId)),
    tasks,
  };
};
