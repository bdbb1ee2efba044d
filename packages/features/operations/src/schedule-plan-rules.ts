import { civilDateOf, dateOfDays, epochDaysOf, type CivilDate } from '@mahalleh/kernel/time';
import type { Day, Link, Plan, Work } from './schedule-network-rules.ts';
import type { TaskStatus } from './statuses.ts';

/** A task as far as the order of work is concerned. */
export type PlannedTask = {
  readonly id: string;
  readonly operationId: string;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly status: TaskStatus;
  readonly doneAtMs: number | null;
};

/** The days of an operation. */
export type PlannedOperation = { readonly id: string; readonly startsOn: string; readonly endsOn: string };

/** A stored day as the number that the plan counts in; safe because only the kernel's date field writes these columns. */
export const dayOf = (stored: string): Day => epochDaysOf(stored as CivilDate);

/** The number of a day as it is stored. */
export const civilOf = (day: Day): CivilDate => dateOfDays(day);

const workOf = ({ id, operationId, startsOn, dueOn, status, doneAtMs }: PlannedTask): Work => {
  const [start, due] = [dayOf(startsOn), dayOf(dueOn)];
  if (status !== 'done') return { id, operationId, start, due, isFixed: false };
  const done = doneAtMs === null ? due : epochDaysOf(civilDateOf(doneAtMs));
  return { id, operationId, start: Math.min(start, done), due: done, isFixed: true };
};

/** The plan that stored rows make. What was cancelled is out of it, and so are its links. */
export const planOf = (rows: {
  readonly tasks: readonly PlannedTask[];
  readonly links: readonly Link[];
  readonly operations: readonly PlannedOperation[];
}): Plan => ({
  works: rows.tasks.filter(({ status }) => status !== 'cancelled').map(workOf),
  links: rows.links,
  stretches: rows.operations.map(({ id, startsOn, endsOn }) => ({ id, start: dayOf(startsOn), end: dayOf(endsOn) })),
});
