import { daysBetween, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';

/** Where a target is to be on a day between its first and its last. */
export type Milestone = { readonly onDate: CivilDate; readonly value: number };

/** What a target asks for: from a value on one day to another value on another, through milestones. The goal may lie below the baseline. */
export type Course = {
  readonly baseline: number;
  readonly goal: number;
  readonly fromOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly milestones?: readonly Milestone[];
};

/** The milestones in the order of their days. */
export const inOrder = (milestones: readonly Milestone[]): readonly Milestone[] =>
  milestones.toSorted((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0));

/** Whether milestones lie within the span, each on its own day, and never lead back, or the refusal that names the first that does not, by its place as given. */
export const milestoneRefusal = (course: Course): Refusal | undefined => {
  const { baseline, goal, fromOn, dueOn } = course;
  const direction = goal >= baseline ? 1 : -1;
  const given = course.milestones ?? [];
  let before: Milestone = { onDate: fromOn, value: baseline };
  for (const milestone of inOrder(given)) {
    const { onDate, value } = milestone;
    const field = `milestones.${given.indexOf(milestone)}`;
    if (onDate <= fromOn || onDate >= dueOn)
      return refuse('milestone_outside_span', { field: `${field}.onDate`, detail: { onDate, fromOn, dueOn } });
    if (onDate === before.onDate)
      return refuse('milestone_day_twice', { field: `${field}.onDate`, detail: { onDate } });
    if ((value - before.value) * direction < 0 || (goal - value) * direction < 0)
      return refuse('milestone_off_the_way', {
        field: `${field}.value`,
        detail: { onDate, value, before: before.value, goal },
      });
    before = milestone;
  }
  return undefined;
};

/** The plan as a line through points: the first day, the milestones, the last. */
export const planOf = ({ baseline, goal, fromOn, dueOn, milestones = [] }: Course): readonly Milestone[] => [
  { onDate: fromOn, value: baseline },
  ...inOrder(milestones),
  { onDate: dueOn, value: goal },
];

/** What the plan asks for on a day: the baseline before the first, the goal after the last, a straight line between points. */
export const plannedOn = (course: Course, day: CivilDate): number => {
  const plan = planOf(course);
  const after = plan.findIndex(({ onDate }) => onDate > day);
  if (after === 0) return course.baseline;
  if (after < 0) return course.goal;
  const [from, to] = [plan[after - 1], plan[after]];
  if (!from || !to) return course.goal;
  const given = daysBetween(from.onDate, to.onDate);
  // Multiplied before it is divided, so that whole results are exact.
  return from.value + ((to.value - from.value) * daysBetween(from.onDate, day)) / given;
};
