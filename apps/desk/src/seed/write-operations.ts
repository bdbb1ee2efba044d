import { foldText, newId } from '@mahalleh/kernel';
import { codeOf, valuationOf } from '@mahalleh/operations/rules';
import type { OperationStatus } from '@mahalleh/operations/model';
import type { Author } from './author.ts';
import { OPERATION_TEXTS } from './operation-texts.ts';
import { HOUR_RIAL } from './write-plan.ts';
import { writeNote, type WrittenProblem } from './write-registry.ts';

/** An operation of the sample. */
export type OperationPlan = {
  readonly unitId: string;
  readonly agencyId: string;
  readonly status: OperationStatus;
  /** Those who are responsible for tasks. */
  readonly people: readonly string[];
  readonly problems: readonly WrittenProblem[];
  readonly capacityIds: readonly string[];
  /** Whether one of its open tasks is past its day. */
  readonly isLate?: boolean;
  /** Whether money was given; otherwise contributions are in kind. */
  readonly hasMoney?: boolean;
  /** Whether a planned one may be started. */
  readonly isApproved?: boolean;
};

const DAY_HOURS = 8;

/** The days of an operation from today: when it starts, how long each task takes, where it stands. */
const spanOf = (status: OperationStatus, count: number): { start: number; step: number } =>
  status === 'done'
    ? { start: -75, step: Math.floor(60 / count) }
    : status === 'planned'
      ? { start: 6, step: 12 }
      : { start: -34, step: Math.ceil(60 / count) };

/** Writes an operation with its tasks, evidence and contributions. */
export const writeOperation = (author: Author, plan: OperationPlan): void => {
  const { sheet, calendar, draw } = author;
  const { unitId, agencyId, status } = plan;
  const open = plan.problems.filter((problem) => problem.status === (status === 'done' ? 'solved' : 'started'));
  const fitting = OPERATION_TEXTS.filter(({ domain }) => open.some((problem) => problem.domain === domain));
  const text = draw.one(fitting.length > 0 ? fitting : OPERATION_TEXTS);
  const problem = open.find(({ domain }) => domain === text.domain);
  const id = newId();
  const { start, step } = spanOf(status, text.tasks.length);
  const by = draw.one(plan.people);
  sheet.operations.push({
    id,
    code: codeOf(id),
    unitId,
    problemId: problem?.id ?? null,
    domainKey: text.domain,
    agencyId,
    title: text.title,
    titleFolded: foldText(text.title),
    goal: text.goal,
    measure: text.measure,
    status,
    startsOn: calendar.day(start),
    endsOn: calendar.day(start + step * text.tasks.length + 5),
    resultNote: status === 'done' ? text.result : null,
    resultValue: status === 'done' ? text.value : null,
    cancelReason: status === 'cancelled' ? 'با عملیات نهاد دیگری یکی شد.' : null,
    plannedAtMs: calendar.at(Math.min(start - 10, -2)),
    audience: text.audience,
    approvedAtMs: status === 'planned' && !plan.isApproved ? null : calendar.at(Math.min(start - 3, -1)),
    approvedBy: status === 'planned' && !plan.isApproved ? null : by,
    startedAtMs: status === 'planned' ? null : calendar.at(start),
    finishedAtMs: status === 'done' ? calendar.at(-6) : null,
    isSample: true,
  });
  const [capacityId] = plan.capacityIds;
  if (capacityId) sheet.operationCapacities.push({ operationId: id, capacityId });
  const taskIds = text.tasks.map(() => newId());
  text.tasks.forEach((title, i) => {
    const from = start + step * i;
    const due = from + step - 1;
    const isDone = status === 'done' || (status === 'running' && due < 0 && !(plan.isLate && due + step >= 0));
    const taskId = taskIds[i] ?? newId();
    const afterId = taskIds[i - 1];
    sheet.tasks.push({
      id: taskId,
      operationId: id,
      unitId,
      title,
      responsiblePersonId: draw.one(plan.people),
      agencyId,
      startsOn: calendar.day(from),
      dueOn: calendar.day(due),
      status: isDone ? 'done' : status === 'cancelled' ? 'cancelled' : 'open',
      doneAtMs: isDone ? calendar.at(Math.min(due, -1)) : null,
      doneNote: isDone ? `${title} انجام شد.` : null,
    });
    if (afterId)
      sheet.taskDependencies.push({
        taskId,
        afterId,
        unitId,
        lagDays: 0,
        linkedAtMs: calendar.at(Math.min(start - 10, -2)),
      });
    if (isDone) writeNote(author, { kind: 'task', id: taskId, unitId, by }, `گزارش کار: ${title}`, Math.min(due, -1));
  });
  if (status === 'planned' || status === 'cancelled') return;
  const give = (
    kind: 'money' | 'work' | 'goods' | 'place',
    valueRial: number | undefined,
    hours: number | null,
    note: string,
  ): void => {
    sheet.contributions.push({
      id: newId(),
      operationId: id,
      unitId,
      kind,
      agencyId,
      note,
      hours,
      ...valuationOf({ kind, valueRial, hours: hours ?? undefined }, HOUR_RIAL),
      recordedAtMs: calendar.at(draw.whole(start, -1)),
    });
  };
  const hours = draw.whole(2, 9) * DAY_HOURS;
  give('work', undefined, hours, 'کار داوطلبانه گروه جهادی');
  give(draw.one(['goods', 'place'] as const), draw.whole(10, 90) * 1_000_000, null, 'در اختیار گذاشته شد');
  if (plan.hasMoney) give('money', draw.whole(5, 60) * 10_000_000, null, 'کمک نقدی خیریه');
};
