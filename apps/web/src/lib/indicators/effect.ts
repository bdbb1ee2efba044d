import { m } from '$lib/paraglide/messages';
import { formatNumber } from '@mahalleh/kernel/digits';
import { periodAt } from '@mahalleh/indicators/periods';
import { isCivilDate } from '@mahalleh/kernel/time';
import type { OperationEffect } from '@mahalleh/operations/effect';
import type { Locale, TimeLine } from '@mahalleh/ui';
import { placeOf, rangeOf, ticksOf } from './chart';
import type { Definition } from './model';
import { periodWord, valueText } from './words';

const WHY: Readonly<Record<NonNullable<OperationEffect['why']>, () => string>> = {
  no_indicator: m.indicators_effect_no_indicator,
  not_ended: m.indicators_effect_not_ended,
  once: m.indicators_effect_once,
  nothing_before: m.indicators_effect_nothing_before,
  nothing_after: m.indicators_effect_nothing_after,
};

/** Why nothing is said of an operation's effect. */
export const whyNoEffect = (why: NonNullable<OperationEffect['why']>): string => WHY[why]();

/** What was seen, in one sentence without a cause. */
export const effectFinding = ({ effect, indicator }: OperationEffect, locale: Locale): string => {
  if (!effect || !indicator) return m.indicators_effect_title();
  const text = (value: number): string => valueText(value, indicator.unit, locale);
  const here = { from: text(effect.here.before), to: text(effect.here.after) };
  if (effect.beside.n === 0 || effect.beside.before === null || effect.beside.after === null)
    return m.indicators_effect_alone(here);
  return m.indicators_effect_finding({
    ...here,
    count: formatNumber(effect.beside.n, locale),
    besideFrom: text(effect.beside.before),
    besideTo: text(effect.beside.after),
  });
};

/** The two courses with the time of the operation between them. */
export const effectDrawing = (effect: OperationEffect, { unit, frequency }: Definition, locale: Locale) => {
  const range = rangeOf(effect.course, effect.beside) ?? { first: '1405-01', last: '1405-01' };
  const line = (id: string, label: string, look: TimeLine['look'], points: OperationEffect['course']): TimeLine => ({
    ...{ id, label, look },
    points: points.map(({ period, value }) => ({
      at: placeOf(period, range),
      value,
      said: m.indicators_said({
        period: periodWord(period, locale),
        value: value === null ? m.indicators_why_not_measured() : valueText(value, unit, locale),
      }),
    })),
  });
  const at = (day: string): number =>
    Math.min(1, Math.max(0, isCivilDate(day) ? placeOf(periodAt(frequency, day), range) : 0));
  return {
    lines: [
      line('here', m.indicators_effect_line_here(), 'main', effect.course),
      line('beside', m.indicators_effect_line_beside(), 'beside', effect.beside),
    ],
    ticks: ticksOf(range, locale),
    span: { from: at(effect.from), to: effect.to === null ? 1 : at(effect.to), label: m.indicators_effect_span() },
  };
};
