import { m } from '$lib/paraglide/messages';
import { axisOf } from '$lib/neighbourhoods/chart';
import { dayOf } from '$lib/units/names';
import { civilDateOf, type CivilDate } from '@mahalleh/kernel/time';
import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale, TimeLine } from '@mahalleh/ui';
import type { Target } from './model';

const latest = (...days: readonly (string | null | undefined)[]): string =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? '';

/** A target's way as it is drawn: the plan, what was recorded, today, and where the trend leads. */
export const drawingOf = (target: Target, locale: Locale) => {
  const today: CivilDate = civilDateOf(Date.now());
  const { fromOn, dueOn, milestones, readings, forecast, have, baselineValue, goalValue } = target;
  const first = [fromOn, readings[0]?.onDate ?? fromOn].toSorted()[0] ?? fromOn;
  const axis = axisOf([{ startsOn: first, endsOn: latest(dueOn, readings.at(-1)?.onDate) }], today, locale);
  const at = (day: string): number => axis.place(day) / 100;
  const n = (value: number): string => formatNumber(value, locale, { maxFraction: 1 });
  const point = (onDate: string, value: number) => ({
    at: at(onDate),
    value,
    said: m.targets_said({ day: dayOf(onDate, locale) ?? '', value: n(value) }),
  });
  const recorded = readings.map(({ onDate, value }) => point(onDate, value));
  const isToday = readings.at(-1)?.onDate === today;
  const lines: readonly TimeLine[] = [
    {
      id: 'plan',
      label: m.targets_plan(),
      look: 'plan',
      points: [
        point(fromOn, baselineValue),
        ...milestones.map(({ onDate, value }) => point(onDate, value)),
        point(dueOn, goalValue),
      ],
    },
    {
      id: 'have',
      label: '',
      look: 'main',
      points: have === null || isToday || target.metricKey === null ? recorded : [...recorded, point(today, have)],
    },
  ];
  const fan =
    forecast.is === 'known' && forecast.atDue && have !== null
      ? {
          ...{ at: at(today), value: have, to: at(dueOn) },
          ...{ least: forecast.atDue.least, most: forecast.atDue.most, middle: forecast.atDue.value },
        }
      : undefined;
  return {
    lines,
    fan,
    ticks: axis.months.map(({ at: place, label }) => ({ at: place / 100, label })),
    now: { at: at(today), label: m.targets_today() },
    goal: { value: goalValue, label: m.targets_goal_is({ value: n(goalValue) }) },
  };
};

/** Where the trend leads, in one sentence, and how it was found. */
export const forecastText = (target: Target, locale: Locale): { readonly finding: string; readonly method: string } => {
  const { forecast, dueOn } = target;
  const n = (value: number): string => formatNumber(value, locale, { maxFraction: 1 });
  const day = (on: string | null): string => dayOf(on, locale) ?? '';
  if (forecast.is === 'reached') return { finding: m.targets_forecast_reached(), method: '' };
  if (forecast.is === 'unknown')
    return {
      finding:
        forecast.why === 'too_few'
          ? m.targets_forecast_too_few({ count: n(forecast.readings) })
          : m.targets_forecast_too_short({ count: n(forecast.readings) }),
      method: '',
    };
  const { reach } = forecast;
  const method = m.targets_forecast_method({ count: n(forecast.readings), from: day(forecast.firstOn) });
  if (reach.on === null)
    return {
      finding:
        reach.earliest === null
          ? m.targets_forecast_never()
          : m.targets_forecast_hardly({ earliest: day(reach.earliest) }),
      method,
    };
  const words = { on: day(reach.on), earliest: day(reach.earliest), latest: day(reach.latest) };
  const finding =
    reach.on <= dueOn
      ? reach.latest === null
        ? m.targets_forecast_in_time_open(words)
        : m.targets_forecast_in_time(words)
      : reach.latest === null
        ? m.targets_forecast_late_open(words)
        : m.targets_forecast_late(words);
  return { finding, method };
};

/** What will have been reached on the due day, with its range; undefined when nothing is foretold. */
export const atDueText = ({ forecast, goalValue, dueOn }: Target, locale: Locale): string | undefined => {
  if (forecast.is !== 'known' || !forecast.atDue) return undefined;
  const n = (value: number): string => formatNumber(value, locale, { maxFraction: 0 });
  const { least, most, value } = forecast.atDue;
  return m.targets_at_due({
    day: dayOf(dueOn, locale) ?? '',
    value: n(value),
    least: n(least),
    most: n(most),
    goal: n(goalValue),
  });
};
