import { dimWord, valueWord } from '$lib/metrics/dims';
import { periodWord } from '$lib/metrics/words';
import { m } from '$lib/paraglide/messages';
import type { NationApi } from '@mahalleh/api/client';
import { formatNumber, formatPercent, persianDigits } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/ui';

/** Where a figure comes from, as the API tells it. */
export type FigureLineage = NationApi['GET /figures/lineage']['output'];
/** One of the metrics that a figure is made of. */
export type LineagePart = FigureLineage['parts'][number];
type Figure = FigureLineage['figure'];

const UNITS: Readonly<Record<string, () => string>> = {
  share: m.lineage_unit_share,
  count: m.lineage_unit_count,
  problem: m.lineage_unit_problem,
  neighbourhood: m.lineage_unit_neighbourhood,
  council: m.lineage_unit_council,
  capacity: m.lineage_unit_capacity,
  operation: m.lineage_unit_operation,
  task: m.lineage_unit_task,
  contribution: m.lineage_unit_contribution,
  base: m.lineage_unit_base,
  rial: m.lineage_unit_rial,
  day: m.lineage_unit_day,
  target: m.lineage_unit_target,
  indicator: m.lineage_unit_indicator,
  adoption: m.lineage_unit_adoption,
  element: m.lineage_unit_element,
};
const JOINS: Readonly<Record<LineagePart['metric']['join'], () => string>> = {
  sum: m.lineage_join_sum,
  'sum by bucket': m.lineage_join_bucket,
  'ratio of sums': m.lineage_join_ratio,
};
const SENSITIVITIES: Readonly<Record<LineagePart['metric']['sensitivity'], () => string>> = {
  open: m.lineage_open_to_all,
  official: m.lineage_official,
  people: m.lineage_people,
};
const PARTS = { all: m.lineage_part_all, of: m.lineage_part_of, over: m.lineage_part_over };
const KINDS: Readonly<Record<string, () => string>> = {
  'rollup.cells': m.lineage_kind_cells,
  'rollup.coverage': m.lineage_kind_coverage,
};

/** What a unit is called. */
export const unitWord = (unit: string): string => (UNITS[unit] ?? (() => unit))();
/** How a metric joins, in words. */
export const joinWord = (join: LineagePart['metric']['join']): string => JOINS[join]();
/** Who may be told a metric. */
export const sensitivityWord = (sensitivity: LineagePart['metric']['sensitivity']): string =>
  SENSITIVITIES[sensitivity]();
/** What a part of a figure is called. */
export const partWord = (role: LineagePart['role']): string => PARTS[role]();
/** What a kind of letter is called. */
export const letterWord = (kind: string): string => (KINDS[kind] ?? (() => kind))();

/** Which values of a dimension a part keeps: «وضعیت: تشکیل‌شده». */
export const keptWord = (where: LineagePart['where'], locale: Locale): string | undefined => {
  if (where === null) return undefined;
  const values = where.in.map((value) => valueWord(where.dim, value));
  return `${dimWord(where.dim)}: ${values.join(locale === 'fa' ? '، ' : ', ')}`;
};

/** A month, a quarter or a year of the Jalali calendar as words. */
export const spanWord = (span: string, locale: Locale): string => {
  const digits = (text: string): string => (locale === 'fa' ? persianDigits(text) : text);
  const quarter = /^(\d{4})-q([1-4])$/.exec(span);
  if (quarter) return m.lineage_quarter({ n: digits(quarter[2] ?? ''), year: digits(quarter[1] ?? '') });
  return /^\d{4}$/.test(span) ? m.lineage_year({ year: digits(span) }) : periodWord(span, locale);
};

/** A figure for a reader, three things told apart: its value, a value that is hidden, and nothing received. */
export const figureText = (figure: Figure, unit: string, locale: Locale): string => {
  if (figure.value !== null)
    return unit === 'share'
      ? formatPercent(figure.value, locale)
      : formatNumber(figure.value, locale, { maxFraction: 0 });
  if (figure.suppressed > 0) return m.lineage_suppressed();
  return figure.reported > 0 ? m.ministry_nothing_to_divide() : m.ministry_not_received();
};

/** A percentile in days. */
export const daysWord = (
  at: { at?: number | undefined; above?: number | undefined } | null,
  locale: Locale,
): string | undefined => {
  if (at === null) return undefined;
  const n = (value: number): string => formatNumber(value, locale, { maxFraction: 0 });
  return at.at === undefined ? m.lineage_days_above({ n: n(at.above ?? 0) }) : m.lineage_days({ n: n(at.at) });
};
