import { periodWord, unitWord, valueText } from '$lib/indicators/words';
import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';
import type { Adoption, PreviewElement } from './model';

/** What is promised of one indicator here. */
export type Promised = Adoption['promises'][number];
type PreviewPromise = NonNullable<PreviewElement['promise']>;
type Of = Pick<Promised, 'unit' | 'ofFa' | 'ofEn'>;

const amount = (value: number, of: Of, locale: Locale): string =>
  `${valueText(value, of.unit, locale)} ${unitWord(of, locale)}`;

/** How much more or less is promised, in words. */
const changeText = (change: number, of: Of, locale: Locale): string => {
  const by = amount(Math.abs(change), of, locale);
  return change < 0 ? m.adoptions_promise_down({ by }) : m.adoptions_promise_up({ by });
};

/** What a template promises of an indicator before it is adopted, and from what to what that is here. */
export const previewPromise = ({ change, months, unit, from }: PreviewPromise, locale: Locale) => {
  const of = { unit, ofFa: null, ofEn: null };
  const said = changeText(change, of, locale);
  return {
    text:
      months === null
        ? m.adoptions_promised({ change: said })
        : m.adoptions_promised_in({ change: said, months: formatNumber(months, locale) }),
    about:
      from === null
        ? m.adoptions_promised_unmeasured()
        : m.adoptions_promised_to({ from: amount(from, of, locale), to: amount(from + change, of, locale) }),
    isOpen: from === null,
  };
};

/** What is promised here and how far that is a goal: text, whether something is to be done, and what. */
export const promiseText = (promised: Promised, locale: Locale) => {
  const { change, baselineValue, goalValue, goalPeriod, lastValue, lastPeriod, isComputed } = promised;
  const by = goalPeriod === null ? '' : m.adoptions_promise_by({ period: periodWord(goalPeriod, locale) });
  const told = [changeText(change, promised, locale), by].filter(Boolean).join(' ');
  if (goalValue !== null) {
    const to = amount(goalValue, promised, locale);
    const from = baselineValue === null ? undefined : valueText(baselineValue, promised.unit, locale);
    const goal = from === undefined ? to : m.adoptions_promise_goal({ from, to });
    return { told, goal: [goal, by].filter(Boolean).join(' '), todo: undefined };
  }
  if (lastValue === null)
    return {
      ...{ told, goal: undefined },
      todo: isComputed
        ? { text: m.adoptions_promise_no_value_computed(), act: undefined }
        : { text: m.adoptions_promise_no_value(), act: 'measure' as const },
    };
  const value = amount(lastValue, promised, locale);
  const period = lastPeriod === null ? '' : periodWord(lastPeriod, locale);
  return {
    ...{ told, goal: undefined },
    todo: { text: m.adoptions_promise_no_goal({ value, period }), act: 'aim' as const },
  };
};
