import { standingOf } from '$lib/operations/words';
import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Blocker } from '@mahalleh/operations/choices';
import type { Locale, Status } from '@mahalleh/ui';
import { daysText, longDay, placeOf, dayNumber } from './days';
import type { Plan, PlanOperation, PlanTask } from './model';

const BLOCKER: Readonly<Record<Blocker, () => string>> = {
  permit: m.plan_blocker_permit,
  money: m.plan_blocker_money,
  material: m.plan_blocker_material,
  people: m.plan_blocker_people,
  place: m.plan_blocker_place,
  decision: m.plan_blocker_decision,
  weather: m.plan_blocker_weather,
  dispute: m.plan_blocker_dispute,
  other: m.plan_blocker_other,
};

/** What keeps a task, in a word. */
export const blockerTitle = (blocker: Blocker): string => BLOCKER[blocker]();

/** What can keep a task, for a choice. */
export const blockerChoices = (): { value: string; label: string }[] =>
  Object.entries(BLOCKER).map(([value, label]) => ({ value, label: label() }));

/** Why a task cannot go on: «مجوز (شهرداری)», or what it waits for. */
export const blockedText = (blocked: NonNullable<PlanTask['blocked']>): string => {
  if (blocked.by === 'predecessor') return m.plan_waits_for({ task: blocked.afterTitle ?? '' });
  const what = blockerTitle(blocked.by);
  return blocked.agencyName === null ? what : m.plan_blocked_with({ what, agency: blocked.agencyName });
};

/** How a task stands, in a mark and a word or two: «۹ روز دیر», «گیر کرده: مجوز». */
export const taskMark = (
  task: Pick<PlanTask, 'standing' | 'daysLate' | 'status' | 'blocked'>,
  locale: Locale,
): { status: Status; label: string } =>
  task.standing === 'blocked' && task.blocked
    ? { status: 'blocked', label: m.plan_blocked_by({ what: blockedText(task.blocked) }) }
    : standingOf(task, locale);

/** Slack in words: critical, or how many days it can slip. */
export const slackText = ({ slackDays, isCritical }: Pick<PlanTask, 'slackDays' | 'isCritical'>, locale: Locale) => {
  if (slackDays === null) return undefined;
  return isCritical ? m.plan_critical() : m.plan_slack({ days: daysText(slackDays, locale) });
};

/** Everything about a bar in a sentence, for who does not see it. */
export const describeTask = (task: PlanTask, operation: string, before: readonly string[], locale: Locale): string => {
  const { start, due } = placeOf(task);
  return [
    task.title,
    m.plan_of_operation({ operation }),
    task.isMilestone
      ? m.plan_milestone_on({ day: longDay(start, locale) })
      : m.plan_runs({
          from: longDay(start, locale),
          to: longDay(due, locale),
          days: daysText(due - start + 1, locale),
        }),
    m.plan_answers({ name: task.responsibleName }),
    taskMark(task, locale).label,
    slackText(task, locale),
    before.length === 0 ? undefined : m.plan_comes_after({ tasks: before.join(m.plan_comma()) }),
    task.freeOn === null ? undefined : m.plan_strained({ day: longDay(dayNumber(task.freeOn), locale) }),
  ]
    .filter((part) => part !== undefined)
    .join(m.plan_comma());
};

/** Everything about an operation's bar in a sentence. */
export const describeOperation = (operation: PlanOperation, locale: Locale): string =>
  [
    m.plan_operation_named({ operation: operation.title }),
    m.plan_runs({
      from: longDay(dayNumber(operation.startsOn), locale),
      to: longDay(dayNumber(operation.endsOn), locale),
      days: daysText(dayNumber(operation.endsOn) - dayNumber(operation.startsOn) + 1, locale),
    }),
    m.operations_tasks_done({
      done: formatNumber(operation.doneTasks, locale),
      all: formatNumber(operation.tasks, locale),
    }),
    standingOf(operation, locale).label,
  ].join(m.plan_comma());

/** The finding of a plan: how many operations, and how many of them stand badly. */
export const planFinding = (plan: Pick<Plan, 'operations'>, locale: Locale): string => {
  const n = (value: number): string => formatNumber(value, locale);
  const count = (standing: string): number => plan.operations.filter((one) => one.standing === standing).length;
  const some = (value: number): string => (value === 1 ? m.plan_one() : n(value));
  const [late, blocked] = [count('late'), count('blocked')];
  const all = n(plan.operations.length);
  if (plan.operations.length === 0) return m.plan_finding_none();
  if (late > 0 && blocked > 0) return m.plan_finding_both({ all, late: some(late), blocked: some(blocked) });
  if (late > 0) return m.plan_finding_late({ all, late: some(late) });
  if (blocked > 0) return m.plan_finding_blocked({ all, blocked: some(blocked) });
  return m.plan_finding_well({ all });
};
