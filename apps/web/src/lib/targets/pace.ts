import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import type { TargetRow } from './model';

/** How a target stands, in a mark and words: "11 behind". */
export const paceOf = (target: TargetRow, locale: Locale): { status: Status; label: string } => {
  const n = (value: number): string => formatNumber(Math.abs(value), locale, { maxFraction: 1 });
  const { verdict, gap } = target;
  if (target.droppedAtMs !== null) return { status: 'todo', label: m.targets_dropped() };
  if (verdict === 'done') return { status: 'done', label: m.targets_reached() };
  if (verdict === 'unreported' || target.have === null || gap === null)
    return { status: 'todo', label: m.targets_unreported() };
  if (verdict === 'late') return { status: 'late', label: m.targets_late({ left: n(target.goalValue - target.have) }) };
  if (verdict === 'behind') return { status: 'risk', label: m.targets_behind({ gap: n(gap) }) };
  return { status: 'doing', label: gap > 0 ? m.targets_ahead({ gap: n(gap) }) : m.targets_on_pace() };
};

/** The pace in one sentence: "118 of 263; 141 needed by today." */
export const paceSentence = (target: TargetRow, locale: Locale): string => {
  const n = (value: number): string => formatNumber(value, locale, { maxFraction: 1 });
  const goal = n(target.goalValue);
  const needed = n(target.needed);
  if (target.have === null) return m.targets_sentence_unreported({ goal, needed });
  const from = fallsFrom(target);
  if (from !== undefined) return m.targets_sentence_down({ have: n(target.have), from: n(from), goal, needed });
  return m.targets_sentence({ have: n(target.have), goal, needed });
};

/** Where a target began that is to come down to its goal; undefined when it is to rise. */
export const fallsFrom = ({ baselineValue, goalValue }: TargetRow): number | undefined =>
  goalValue < baselineValue ? baselineValue : undefined;

/** Whether a bar says the truth: from nothing up to the goal, or from the beginning down to it. */
export const isDrawable = ({ baselineValue, goalValue }: TargetRow): boolean =>
  goalValue < baselineValue || (goalValue > 0 && baselineValue >= 0);
