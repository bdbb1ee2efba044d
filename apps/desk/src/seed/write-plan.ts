import { foldText, newId } from '@mahalleh/kernel';
import { codeOf, valuationOf } from '@mahalleh/operations/rules';
import type { Author } from './author.ts';
import type { Act, ToldOperation, ToldTask } from './plan-texts.ts';
import { writeView } from './write-photos.ts';
import { writeNote, type WrittenProblem } from './write-registry.ts';

/** What an hour of work is worth in the sample. Unit: rials. */
export const HOUR_RIAL = 800_000;

const ACTS: readonly Act[] = ['municipality', 'school', 'relief', 'health', 'red_crescent', 'jihadi'];

/** Whose plan it is, and who is there to answer for it. */
export type PlanPlace = {
  readonly unitId: string;
  readonly manager: string;
  readonly people: readonly string[];
  /** Agencies in the order of `ACTS`. */
  readonly acts: readonly string[];
  readonly problems: readonly WrittenProblem[];
  readonly capacityIds: readonly string[];
  readonly point?: { readonly latitude: number; readonly longitude: number } | undefined;
};

/** Writes operations that are told in full, with what waits for what, what was given and what was seen. */
export const writePlan = (author: Author, place: PlanPlace, told: readonly ToldOperation[]): void => {
  const ids = new Map(told.flatMap(({ key, tasks }) => tasks.map((_, i) => [`${key}/${i + 1}`, newId()] as const)));
  told.forEach((operation, turn) => writeTold(author, place, operation, ids, turn));
};

const writeTold = (
  author: Author,
  place: PlanPlace,
  told: ToldOperation,
  ids: ReadonlyMap<string, string>,
  turn: number,
): void => {
  const { sheet, calendar } = author;
  const { unitId, manager } = place;
  const agencyOf = (act: Act): string | null => place.acts[ACTS.indexOf(act)] ?? null;
  const id = newId();
  const isSolved = told.status === 'done';
  const problem = place.problems.find(
    ({ domain, status }) => domain === told.domain && status === (isSolved ? 'solved' : 'started'),
  );
  const near = (middle: number, step: number): number => Number((middle + ((turn % 3) - 1) * step).toFixed(5));
  const point = told.isAtPoint ? place.point : undefined;
  const first = told.late
    ? { baselineStartsOn: calendar.day(told.from), baselineEndsOn: calendar.day(told.late.to) }
    : {};
  sheet.operations.push({
    id,
    code: codeOf(id),
    unitId,
    problemId: problem?.id ?? null,
    domainKey: told.domain,
    agencyId: agencyOf(told.act),
    title: told.title,
    titleFolded: foldText(told.title),
    goal: told.goal,
    measure: told.measure,
    audience: told.audience,
    placeKind: point ? 'point' : 'whole',
    latitude: point ? near(point.latitude, 0.0021) : null,
    longitude: point ? near(point.longitude, 0.0017) : null,
    status: told.status,
    startsOn: calendar.day(told.from),
    endsOn: calendar.day(told.to),
    ...first,
    resultNote: told.result?.note ?? null,
    resultValue: told.result?.value ?? null,
    plannedAtMs: calendar.at(Math.min(told.from - 10, -3)),
    approvedAtMs: told.isApproved ? calendar.at(Math.min(told.from - 4, -2)) : null,
    approvedBy: told.isApproved ? manager : null,
    startedAtMs: told.status === 'planned' ? null : calendar.at(told.from),
    finishedAtMs: told.status === 'done' ? calendar.at(told.to) : null,
    isSample: true,
  });
  if (told.late)
    sheet.extensions.push({
      id: newId(),
      operationId: id,
      unitId,
      fromOn: calendar.day(told.late.to),
      toOn: calendar.day(told.to),
      reason: told.late.why,
      extendedAtMs: calendar.at(-10),
    });
  const [capacityId] = place.capacityIds.slice(turn);
  if (capacityId) sheet.operationCapacities.push({ operationId: id, capacityId });
  told.tasks.forEach((task, i) => writeTask(author, place, { told, task, i, operationId: id, ids, agencyOf }));
  for (const { kind, valueRial, hours, note, act } of told.gifts)
    sheet.contributions.push({
      id: newId(),
      operationId: id,
      unitId,
      kind,
      agencyId: agencyOf(act),
      note,
      hours: hours ?? null,
      ...valuationOf({ kind, valueRial, hours }, HOUR_RIAL),
      recordedAtMs: calendar.at(Math.min(told.from + 4, -1)),
    });
  told.views?.forEach((view, i) =>
    writeView(author, { operationId: id, unitId, by: manager, view, turn: i, days: [told.from, -2] }),
  );
};

const writeTask = (
  author: Author,
  { unitId, manager, people }: PlanPlace,
  {
    told,
    task,
    i,
    operationId,
    ids,
    agencyOf,
  }: {
    told: ToldOperation;
    task: ToldTask;
    i: number;
    operationId: string;
    ids: ReadonlyMap<string, string>;
    agencyOf: (act: Act) => string | null;
  },
): void => {
  const { sheet, calendar } = author;
  const id = ids.get(`${told.key}/${i + 1}`) ?? newId();
  const isDone = task.done !== undefined;
  const first = task.late
    ? { baselineStartsOn: calendar.day(task.from), baselineDueOn: calendar.day(task.late.due) }
    : {};
  sheet.tasks.push({
    id,
    operationId,
    unitId,
    title: task.title,
    responsiblePersonId: people[(i * 3 + told.key.length) % people.length] ?? manager,
    agencyId: task.act ? agencyOf(task.act) : null,
    startsOn: calendar.day(task.from),
    dueOn: calendar.day(task.due),
    ...first,
    isMilestone: task.isMilestone ?? false,
    blockedBy: task.blocked?.by ?? null,
    blockedNote: task.blocked?.note ?? null,
    blockedAgencyId: task.blocked ? agencyOf(task.blocked.act) : null,
    blockedAtMs: task.blocked ? calendar.at(-4) : null,
    status: isDone ? 'done' : 'open',
    doneAtMs: task.done === undefined ? null : calendar.at(task.done),
    doneNote: isDone ? `${task.title} انجام شد.` : null,
    postponedCount: task.late ? 1 : 0,
  });
  if (task.late)
    sheet.postponements.push({
      id: newId(),
      taskId: id,
      unitId,
      fromOn: calendar.day(task.late.due),
      toOn: calendar.day(task.due),
      reason: task.late.why,
      postponedAtMs: calendar.at(task.late.due),
    });
  for (const before of task.after ?? []) {
    const afterId = ids.get(typeof before === 'number' ? `${told.key}/${before}` : before);
    if (!afterId) throw new Error(`${task.title} waits for ${before}, which is not there`);
    const lagDays = task.lag ?? 0;
    sheet.taskDependencies.push({ taskId: id, afterId, unitId, lagDays, linkedAtMs: calendar.at(-30) });
  }
  if (task.done !== undefined)
    writeNote(author, { kind: 'task', id, unitId, by: manager }, `گزارش کار: ${task.title}`, task.done);
};
