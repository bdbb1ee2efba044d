import { addDays, type CivilDate } from '@mahalleh/kernel';
import type { WorkCalendar } from '@mahalleh/templates/dates';
import type { TemplateElement } from '@mahalleh/templates/document';

/** The days that an element begins and ends on, both included. */
export type RealDays = { readonly startsOn: CivilDate; readonly endsOn: CivilDate };

/** The real days of every operation, task and target of a document, by element; or the element that waits for itself in the end. */
export type RealDaysResult = { readonly days: ReadonlyMap<string, RealDays> } | { readonly circleAt: string };

class WaitsForItself extends Error {
  readonly at: string;
  constructor(at: string) {
    super('an element waits for itself');
    this.at = at;
  }
}

const later = (days: readonly CivilDate[], first: CivilDate): CivilDate =>
  days.reduce((last, day) => (day > last ? day : last), first);

const text = ({ fields }: TemplateElement, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};
const number = ({ fields }: TemplateElement, name: string, otherwise: number): number => {
  const value = fields[name];
  return typeof value === 'number' ? value : otherwise;
};

const groupedBy = (elements: readonly TemplateElement[], field: string): ReadonlyMap<string, TemplateElement[]> => {
  const groups = new Map<string, TemplateElement[]>();
  for (const element of elements) {
    const of = text(element, field);
    if (of !== undefined) groups.set(of, [...(groups.get(of) ?? []), element]);
  }
  return groups;
};

/** Computes every node once, and tells when one is asked for while it is being computed. */
const onceEach = <T>(compute: (id: string) => T): ((id: string) => T) => {
  const known = new Map<string, T>();
  const under = new Set<string>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    if (under.has(id)) throw new WaitsForItself(id);
    under.add(id);
    const made = compute(id);
    known.set(id, made);
    return made;
  };
};

const planOf = (
  elements: readonly TemplateElement[],
  startsOn: CivilDate,
  calendar: WorkCalendar,
  given: ReadonlyMap<string, RealDays>,
) => {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const tasksOf = groupedBy(
    elements.filter(({ kind }) => kind === 'task'),
    'operationRef',
  );
  const linksOf = groupedBy(
    elements.filter(({ kind }) => kind === 'link'),
    'taskRef',
  );
  const known = (id: string | undefined, kind: string): TemplateElement | undefined => {
    const found = id === undefined ? undefined : byId.get(id);
    return found?.kind === kind ? found : undefined;
  };
  const endOf = (element: TemplateElement, start: CivilDate): CivilDate =>
    element.fields['isMilestone'] === true ? start : calendar.addWorkingDays(start, number(element, 'lastsDays', 1));

  const operationStart = onceEach((id): CivilDate => {
    const operation = byId.get(id);
    const there = given.get(id);
    if (there || !operation) return there?.startsOn ?? startsOn;
    const after = known(text(operation, 'startAfterRef'), 'operation');
    const anchor = after ? addDays(operationEnd(after.id), 1) : startsOn;
    return calendar.beginAfter(anchor, number(operation, 'startDays', 0));
  });

  const taskDays = onceEach((id): RealDays => {
    const task = byId.get(id);
    const there = given.get(id);
    if (there || !task) return there ?? { startsOn, endsOn: startsOn };
    const within = known(text(task, 'operationRef'), 'operation');
    const first = within ? operationStart(within.id) : calendar.rollForward(startsOn);
    const after = known(text(task, 'startAfterRef'), 'task');
    const anchor = after ? addDays(taskDays(after.id).endsOn, 1) : first;
    const freed = (linksOf.get(id) ?? []).flatMap((link) => {
      const before = known(text(link, 'afterRef'), 'task');
      return before ? [calendar.beginAfter(taskDays(before.id).endsOn, 1 + number(link, 'lagDays', 0))] : [];
    });
    const start = later([calendar.beginAfter(anchor, number(task, 'startDays', 0)), ...freed], first);
    return { startsOn: start, endsOn: endOf(task, start) };
  });

  const operationEnd = onceEach((id): CivilDate => {
    const operation = byId.get(id);
    const there = given.get(id);
    if (there || !operation) return there?.endsOn ?? startsOn;
    const own = endOf(operation, operationStart(id));
    return later(
      (tasksOf.get(id) ?? []).map((task) => taskDays(task.id).endsOn),
      own,
    );
  });
  return { operationStart, operationEnd, taskDays };
};

/** A number that is to be reached has a day after its first one to be reached on. */
const targetDays = (element: TemplateElement, startsOn: CivilDate, calendar: WorkCalendar): RealDays => {
  const first = calendar.rollForward(startsOn);
  return { startsOn: first, endsOn: calendar.addWorkingDays(first, Math.max(2, number(element, 'lastsDays', 2))) };
};

/**
 * The real days of a plan that begins on that day. An operation begins so many calendar days after the first day, or after
 * the day on which what it follows is over; a task so many after its operation's first day, or after what it follows, and
 * never before what it waits for is over. Each then goes on to the next working day and lasts its working days; an
 * operation lasts until its last task is over. What is left out of an adoption counts all the same: the rest keeps its days.
 * `given`: the days of what stands already.
 */
export const realDays = (
  elements: readonly TemplateElement[],
  startsOn: CivilDate,
  calendar: WorkCalendar,
  given: ReadonlyMap<string, RealDays> = new Map(),
): RealDaysResult => {
  const plan = planOf(elements, startsOn, calendar, given);
  try {
    const days = elements.flatMap((element): [string, RealDays][] => {
      const { id, kind } = element;
      if (kind === 'operation') return [[id, { startsOn: plan.operationStart(id), endsOn: plan.operationEnd(id) }]];
      if (kind === 'task') return [[id, plan.taskDays(id)]];
      return kind === 'target' ? [[id, targetDays(element, startsOn, calendar)]] : [];
    });
    return { days: new Map(days) };
  } catch (cause) {
    if (cause instanceof WaitsForItself) return { circleAt: cause.at };
    throw cause;
  }
};
