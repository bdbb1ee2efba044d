import { addDays, isRefusal, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { statusAfter, type Standing } from './course-rules.ts';
import { LEVELS, type Answer, type Level } from './statuses.ts';

/** What an escalation must know of a problem. */
export type Escalable = Standing & { readonly level: Level; readonly levelDueOn: string | null };

/** Who acts: whether they sit at the level where the problem waits, or above it. */
export type Acting = { readonly isOfLevel: boolean; readonly today: CivilDate; readonly nowMs: number };

/** The level above, or undefined at the top. */
export const levelAbove = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];

/** Whether the level’s day is past without an answer. */
export const isOverdue = ({ levelDueOn }: { levelDueOn: string | null }, today: CivilDate): boolean =>
  levelDueOn !== null && levelDueOn < today;

/**
 * Takes an open problem to the level above, whose clock begins today. `daysOf`: how long a level has to answer. While a level’s
 * clock runs, it is that level’s to pass on; when its day is past, anybody’s who may escalate.
 */
export const escalate = (
  problem: Escalable,
  daysOf: (level: Level) => number | undefined,
  { isOfLevel, today, nowMs }: Acting,
): { toLevel: Level; change: { level: Level; levelSinceMs: number; levelDueOn: CivilDate } } | Refusal => {
  const status = statusAfter(problem, 'escalate');
  if (isRefusal(status)) return status;
  const toLevel = levelAbove(problem.level);
  if (toLevel === undefined) return refuse('escalation_at_top');
  if (problem.levelDueOn !== null && !isOverdue(problem, today) && !isOfLevel)
    return refuse('escalation_clock_runs', { detail: { dueOn: problem.levelDueOn } });
  const days = daysOf(toLevel);
  if (days === undefined) return refuse('escalation_without_clock');
  return { toLevel, change: { level: toLevel, levelSinceMs: nowMs, levelDueOn: addDays(today, days) } };
};

/** The level answers, which stops its clock; what goes back returns to the level that sent it, without a clock. */
export const answer = (
  problem: Escalable,
  open: { readonly fromLevel: Level } | undefined,
  outcome: Answer,
  { isOfLevel, nowMs }: Acting,
): { level: Level; levelSinceMs: number; levelDueOn: null } | Refusal => {
  if (!open || problem.levelDueOn === null) return refuse('escalation_not_open');
  if (!isOfLevel) return refuse('escalation_of_other_level');
  return { level: outcome === 'returned' ? open.fromLevel : problem.level, levelSinceMs: nowMs, levelDueOn: null };
};
