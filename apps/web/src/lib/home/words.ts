import { whenWord } from '$lib/history/words';
import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, Status } from '@mahalleh/ui';
import type { Home } from './model';

const LACKS: Readonly<Record<string, () => string>> = {
  council_absent: m.home_lack_council_absent,
  seat_vacant: m.home_lack_seat_vacant,
  not_sworn: m.home_lack_not_sworn,
  first_meeting_missing: m.home_lack_first_meeting_missing,
  problems_missing: m.home_lack_problems_missing,
  problems_untriaged: m.home_lack_problems_untriaged,
  capacities_missing: m.home_lack_capacities_missing,
  operation_missing: m.home_lack_operation_missing,
  operation_not_done: m.home_lack_operation_not_done,
  evidence_missing: m.home_lack_evidence_missing,
  result_missing: m.home_lack_result_missing,
  none: m.home_lack_none,
};

/** What neighbourhoods are held back by, for a choice. */
export const LACK_CODES = Object.keys(LACKS);

/** What holds neighbourhoods back, in few words. */
export const lackWord = (code: string): string => LACKS[code]?.() ?? code;

/** The stages of the funnel, with how many stay behind at each and the first reason. */
export const stagesOf = ({ stages }: Home['funnel'], locale: Locale) => {
  const labels = [m.home_funnel_all(), m.home_funnel_1(), m.home_funnel_2(), m.home_funnel_3()];
  return stages.map(({ step, reached, lost, lacks }) => {
    const [first] = lacks;
    return {
      id: String(step),
      label: labels[step] ?? '',
      value: reached,
      left:
        first === undefined
          ? undefined
          : m.home_funnel_left({
              lost: formatNumber(lost, locale),
              count: formatNumber(first.count, locale),
              why: lackWord(first.code),
            }),
    };
  });
};

/** How fresh the figures are, as the line over the page says it. */
export const freshOf = ({ asOfMs, waitingUnits }: Home['freshness'], locale: Locale) =>
  asOfMs === null
    ? { fresh: m.home_waiting({ n: formatNumber(waitingUnits, locale) }), stale: true }
    : { fresh: m.home_fresh({ when: whenWord(asOfMs, locale) }) };

/** How a target stands: its mark, and how far ahead or behind. */
export const paceOf = (
  { verdict, gap }: Home['targets']['rows'][number],
  locale: Locale,
): { status: Status; pace: string } => {
  const n = formatNumber(Math.abs(gap ?? 0), locale, { maxFraction: 0 });
  if (verdict === 'unreported') return { status: 'todo', pace: m.home_target_unknown() };
  if (verdict === 'done') return { status: 'done', pace: m.home_target_reached() };
  const status = verdict === 'late' ? 'late' : verdict === 'behind' ? 'risk' : 'done';
  if (gap === null) return { status, pace: m.home_target_unreported_late() };
  if (Math.round(gap) === 0) return { status, pace: m.home_target_on() };
  return { status, pace: gap > 0 ? m.home_target_ahead({ n }) : m.home_target_behind({ n }) };
};
