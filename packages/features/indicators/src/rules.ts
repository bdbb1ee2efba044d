import { daysBetween, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { milestoneRefusal, plannedOn, type Course } from './milestone-rules.ts';

export type { Course, Milestone } from './milestone-rules.ts';

/** How a target stands. `unreported`: nobody has said yet what has been reached. */
export const VERDICTS = ['done', 'on_pace', 'behind', 'late', 'unreported'] as const;
/** How a target stands. */
export type Verdict = (typeof VERDICTS)[number];

/** Where a target is today. `gap` is how far `have` is ahead of what is needed (negative: behind), in the direction of the goal. */
export type Pace = {
  readonly share: number;
  readonly needed: number;
  readonly gap: number | null;
  readonly verdict: Verdict;
};

/** A target goes somewhere in some time, through milestones on the way, or the refusal. */
export const courseRefusal = (course: Course): Refusal | undefined => {
  const { baseline, goal, fromOn, dueOn } = course;
  if (dueOn <= fromOn) return refuse('target_due_before_start', { field: 'dueOn', detail: { fromOn, dueOn } });
  if (goal === baseline) return refuse('target_goes_nowhere', { field: 'goalValue', detail: { baseline } });
  return milestoneRefusal(course);
};

/** A target is set for a day to come, or the refusal. */
export const pastRefusal = (dueOn: CivilDate, today: CivilDate): Refusal | undefined =>
  dueOn <= today ? refuse('target_due_in_past', { field: 'dueOn', detail: { dueOn, today } }) : undefined;

/** A target that was dropped no longer changes, or the refusal. */
export const droppedRefusal = ({ droppedAtMs }: { droppedAtMs: number | null }): Refusal | undefined =>
  droppedAtMs === null ? undefined : refuse('target_dropped');

/** Half a mosque is none: what is needed of whole things is the next whole number on the way to the goal. */
const wholeToward = (value: number, direction: number): number =>
  direction > 0 ? Math.ceil(value) : Math.floor(value);

/**
 * The pace of a target on the line from its baseline through its milestones to its goal; before the first day the
 * baseline is needed, from the due day on the goal.
 */
export const paceOf = (course: Course, have: number | null, today: CivilDate, isWhole: boolean): Pace => {
  const { baseline, goal, fromOn, dueOn } = course;
  const given = daysBetween(fromOn, dueOn);
  const gone = Math.min(given, Math.max(0, daysBetween(fromOn, today)));
  const direction = goal >= baseline ? 1 : -1;
  const exact = plannedOn(course, today);
  const needed = isWhole ? wholeToward(exact, direction) : exact;
  const gap = have === null ? null : direction > 0 ? have - needed : needed - have;
  return {
    share: gone / given,
    needed,
    gap,
    verdict: verdictOf({ reaches: have !== null && (have - goal) * direction >= 0, isPast: today > dueOn, gap }),
  };
};

const verdictOf = ({ reaches, isPast, gap }: { reaches: boolean; isPast: boolean; gap: number | null }): Verdict => {
  if (reaches) return 'done';
  if (isPast) return 'late';
  if (gap === null) return 'unreported';
  return gap >= 0 ? 'on_pace' : 'behind';
};
