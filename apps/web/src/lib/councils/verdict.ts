import { m } from '$lib/paraglide/messages';
import { conformanceSentence } from '@mahalleh/councils/sentence';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import { dayOf } from '$lib/units/names';
import type { Council, CouncilRow } from './model';

/** Whether a council is formed, as a verdict with its reason. */
export const verdictOf = (
  { conformance, dissolvedOn }: Pick<Council, 'conformance' | 'dissolvedOn'>,
  locale: Locale,
): { status: Status; text: string; reason?: string } => {
  if (dissolvedOn !== null)
    return { status: 'todo', text: m.councils_dissolved({ on: dayOf(dissolvedOn, locale) ?? '' }) };
  if (conformance.isFormed)
    return {
      status: 'done',
      text: m.councils_verdict_formed(),
      reason: m.councils_verdict_formed_reason({ seats: formatNumber(conformance.requiredSeats, locale) }),
    };
  return {
    status: 'late',
    text: m.councils_verdict_not_formed({ why: conformanceSentence(conformance.reasons, locale) }),
    reason: m.councils_verdict_not_formed_reason(),
  };
};

/** Why a council in a list is not formed; nothing when it is. */
export const reasonOf = ({ conformance }: Pick<CouncilRow, 'conformance'>, locale: Locale): string => {
  const why = conformanceSentence(conformance.reasons, locale);
  return why.charAt(0).toUpperCase() + why.slice(1);
};

/** The small ring of a council in a list: as many sides as required seats, the vacant ones last. */
export const miniRing = ({ conformance }: Pick<CouncilRow, 'conformance'>) =>
  Array.from({ length: conformance.requiredSeats || 6 }, (_, index) => ({
    id: String(index),
    label: '',
    isFilled: index < conformance.filledSeats,
  }));
