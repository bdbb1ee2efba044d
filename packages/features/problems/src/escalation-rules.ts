import { addDays, isRefusal, refuse, type CivilDate, type Refusal } from '@mahalleh/kernel';
import { statusAfter, type Standing } from './course-rules.ts';
import { LEVELS, type EscalationOutcome, type Level } from './statuses.ts';

/** What an escalation must know of a problem. */
export type Escalable = Standing & { readonly level: Level; readonly levelDueOn: string | null };

/** The level above, or undefined at the top. */
export const levelAbove = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];

/** Takes an open problem to the level above, whose clock begins today. `days`: how long that level has to answer. */
export const escalate = (
  problem: Escalable,
  daysOf: (level: Level) => number | undefined,
  today: CivilDate,
  nowMs: number,
): { toLevel: Level; change: { level: Level; levelSinceMs: number; levelDueOn: CivilDate } } | Refusal => {
  const status = statusAfter(problem, 'escalate');
  if (isRefusal(status)) return status;
  const toLevel = levelAbove(problem.level);
  if (toLevel === undefined) return refuse('escalation_at_top');
  const days = daysOf(toLevel);
  if (days === undefined) return refuse('escalation_without_clock');
  return { toLevel, change: { level: toLevel, levelSinceMs: nowMs, levelDueOn: addDays(today, days) } };
};

/** The level answers, which stops its clock; what goes back returns to the level that sent it, without a clock. */
export const answer = (
  problem: Escalable,
  open: { readonly fromLevel: Level } | undefined,
  outcome: EscalationOutcome,
  mayAnswer: boolean,
  nowMs: number,
): { level: Level; levelSinceMs: number; levelDueOn: null } | Refusal => {
  if (!open || problem.levelDueOn === null) return refuse('escalation_not_open');
  if (!mayAnswer) return refuse('escalation_of_other_level', { detail: { level: problem.level } });
  return { level: outcome === 'returned' ? open.fromLevel : problem.level, levelSinceMs: nowMs, levelDueOn: null };
};

/** Whether the level’s day is past without an answer. */
export const isOverdue = ({ levelDueOn }: { levelDueOn: string | null }, today: CivilDate): boolean =>
  levelDueOn !== null && levelDueOn < today;
