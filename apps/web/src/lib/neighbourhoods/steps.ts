import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import { conditionSentence, lackSentence } from '@mahalleh/steps/sentence';
import type { Locale } from '@mahalleh/ui';
import type { Missing, Standing } from './model';

const TITLES = [m.neighbourhoods_step_1, m.neighbourhoods_step_2, m.neighbourhoods_step_3] as const;

/** What a step is called. */
export const stepTitle = (number: number): string => TITLES[number - 1]?.() ?? String(number);

/** Upper case for the first letter of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is missing for the next step, as a sentence. */
export const missingText = (missing: Missing, locale: Locale): string => sentence(lackSentence(missing, locale));

/** The three steps as the row of hexagons shows them. */
export const stepRowOf = ({ steps }: Standing, locale: Locale) =>
  steps.map(({ number, state, conditions }) => {
    const met = conditions.filter(({ isMet }) => isMet).length;
    const counts = { met: formatNumber(met, locale), all: formatNumber(conditions.length, locale) };
    return {
      id: String(number),
      title: stepTitle(number),
      by: state === 'full' ? m.neighbourhoods_step_full() : m.neighbourhoods_step_part(counts),
      state,
      checks: conditions.map((condition) => ({
        id: condition.code,
        text: sentence(conditionSentence(readable(condition), locale)),
        is: condition.isMet ? ('met' as const) : state === 'empty' ? ('open' as const) : ('unmet' as const),
      })),
    };
  });

/** The cast is safe: the API answers with the codes that the rule of steps names. */
const readable = (condition: { code: string; params: Record<string, number> }) =>
  condition as Parameters<typeof conditionSentence>[0];

/** One sentence on where a neighbourhood stands. */
export const standingText = ({ step, missing }: Standing, locale: Locale): string => {
  if (missing === null) return m.neighbourhoods_all_complete();
  const done = [m.neighbourhoods_done_0, m.neighbourhoods_done_1, m.neighbourhoods_done_2][step]?.() ?? '';
  const next = m.neighbourhoods_next({
    step: formatNumber(step + 1, locale),
    lack: lackSentence(missing, locale),
  });
  return `${done} ${next}`;
};
