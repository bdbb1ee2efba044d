import { m } from '$lib/paraglide/messages';
import { formatNumber, formatPercent } from '@mahalleh/kernel/digits';
import { civilDateOf, formatDate, formatTime } from '@mahalleh/kernel/time';
import type { FigureValue, Locale } from '@mahalleh/ui';
import type { Headline, Place, PlaceFigure } from './model';

type Said = (inputs: { value: string; of: string; over: string }) => string;

const FINDINGS: Readonly<Record<string, Said>> = {
  progress_councils: m.ministry_finding_progress_councils,
  steering_councils: m.ministry_finding_steering_councils,
  step_1: m.ministry_finding_step_1,
  step_2: m.ministry_finding_step_2,
  step_3: m.ministry_finding_step_3,
  problems_solved: m.ministry_finding_problems_solved,
  problems_open: m.ministry_finding_problems_open,
  problems_closed_unsolved: m.ministry_finding_problems_closed_unsolved,
  capacities: m.ministry_finding_capacities,
  operations_running: m.ministry_finding_operations_running,
  operations_done: m.ministry_finding_operations_done,
  operations_without_budget: m.ministry_finding_operations_without_budget,
  tasks_late: m.ministry_finding_tasks_late,
  contributions: m.ministry_finding_contributions,
  bases_active: m.ministry_finding_bases_active,
  targets_reached: m.ministry_finding_targets_reached,
  targets_behind: m.ministry_finding_targets_behind,
  indicators_current: m.ministry_finding_indicators_current,
};

/** A number of a headline for a reader: a share as a percentage, all else whole. */
export const valueText = (unit: Headline['unit'], value: number, locale: Locale): string =>
  unit === 'share' ? formatPercent(value, locale, { maxFraction: 0 }) : formatNumber(value, locale, { maxFraction: 0 });

/** The finding of a figure: one sentence that is true today, with the number in it. */
export const findingOf = (headline: Headline, figure: PlaceFigure | undefined, locale: Locale): string => {
  const said = FINDINGS[headline.key];
  const title = headline.title[locale];
  if (figure === undefined || figure.value === null || said === undefined) return m.ministry_finding_none({ title });
  const whole = (value: number | null): string => formatNumber(value ?? 0, locale, { maxFraction: 0 });
  return said({
    value: valueText(headline.unit, figure.value, locale),
    of: whole(figure.of),
    over: whole(figure.over),
  });
};

/** An instant for a narrow column: the time of day today, else the day. */
export const momentText = (ms: number, nowMs: number, locale: Locale): string =>
  civilDateOf(ms) === civilDateOf(nowMs) ? formatTime(ms, locale) : formatDate(civilDateOf(ms), locale, 'short');

/** What a map or a bar colours by: a share itself; a count for each neighbourhood, so that small provinces can be compared. */
export const rateOf = (headline: Headline, place: Place): number | null => {
  const value = place.figures[headline.key]?.value ?? null;
  if (value === null || headline.unit === 'share') return value;
  const rate = place.neighbourhoods ? value / place.neighbourhoods : null;
  return rate === null ? null : headline.unit === 'rial' ? rate / 1_000_000 : rate;
};

/** A figure as the drawings of the face take it. */
export const drawnOf = (figure: PlaceFigure | undefined, value: number | null): FigureValue => ({
  value,
  reported: figure?.reported ?? 0,
  missing: figure?.missing.length ?? 0,
  suppressed: (figure?.suppressed ?? 0) > 0 && value === null,
  asOf: figure?.asOf ?? null,
});

/** What a place is called in the reader's language. */
export const placeTitle = ({ nameFa, nameEn }: { nameFa: string; nameEn: string | null }, locale: Locale): string =>
  locale === 'en' && nameEn ? nameEn : nameFa;

/** The address of a metric's page: `problem.open@1` → `/ministry/metrics/problem.open`. */
export const metricHref = (stored: string): string => `/ministry/metrics/${stored.split('@')[0] ?? stored}`;

/** The places with the largest value first; those without one at the end. */
export const ranked = (places: readonly Place[], key: string): readonly Place[] =>
  places.toSorted((a, b) => (b.figures[key]?.value ?? -1) - (a.figures[key]?.value ?? -1));

/** The headline that the address asks for; the first when it names none. */
export const chosenOf = (headlines: readonly Headline[], url: URL): Headline | undefined =>
  headlines.find(({ key }) => key === url.searchParams.get('figure')) ?? headlines[0];
