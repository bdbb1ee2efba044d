import { daysWord, figureText, spanWord } from '$lib/ministry/lineage';
import { m } from '$lib/paraglide/messages';
import { pointsText } from '$lib/reports/words';
import { formatNumber } from '@mahalleh/kernel/digits';
import { addPeriods, periodOf, shiftSpan, spanOf } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';
import { natureWord, type Metric, type MetricPage } from './words';

/** A metric in one span. */
export type Compared = MetricPage['asked'];
type Figure = Compared['figure'];

/** The unit in which a metric is read: a ratio in shares, all else in numbers. */
export const unitOf = ({ kind, unit }: Metric): string => (kind === 'ratio' ? 'share' : (unit ?? 'count'));

/** What a metric comes to, for a reader: of a distribution its median; a dash where there is nothing to divide or to spread. */
export const saidOf = (
  metric: Metric,
  { figure, spread }: Pick<Compared, 'figure' | 'spread'>,
  locale: Locale,
): string => {
  if (figure.reported === 0) return m.metrics_not_received();
  if (spread !== null) return daysWord(spread.median, locale) ?? '–';
  return figure.value === null ? '–' : figureText(figure, unitOf(metric), locale);
};

/** A span for its readers: as it stands, or a month, a quarter, a year, and that it still runs. */
export const spanSaid = ({ span }: Pick<Compared, 'span'>, nowMs: number, locale: Locale): string => {
  if (span === null) return m.metrics_as_it_stands();
  const word = spanWord(span, locale);
  const running = [periodOf(nowMs), spanOf(periodOf(nowMs), 'quarter'), spanOf(periodOf(nowMs), 'year')];
  return running.some((one) => one === span) ? m.metrics_so_far({ span: word }) : word;
};

/** How a value stands against another: the difference in words. Undefined when there is nothing to hold it against. */
export const changeOf = (
  metric: Metric,
  value: number | null,
  other: number | null,
  locale: Locale,
): string | undefined => {
  if (value === null || other === null) return undefined;
  const by = value - other;
  const isShare = unitOf(metric) === 'share';
  if (Math.abs(by) < (isShare ? 0.0005 : 0.5)) return m.reports_doc_change_none();
  const size = isShare ? pointsText(Math.abs(by), locale, 1) : formatNumber(Math.abs(by), locale, { maxFraction: 0 });
  return by > 0 ? m.metrics_more({ by: size }) : m.metrics_less({ by: size });
};

/** The spans that a page offers: as it stands (a stock) or this year (a flow), then months, quarters and years back. */
export const spanChoices = (metric: Metric, nowMs: number, locale: Locale) => {
  const now = periodOf(nowMs);
  const back = (kind: 'month' | 'quarter' | 'year', count: number, group: string) =>
    Array.from({ length: count }, (_, i) => {
      const span = shiftSpan(spanOf(now, kind), -i);
      return { value: span as string, label: spanWord(span, locale), group };
    });
  const isStock = metric.nature === 'stock';
  const months = back('month', 13, m.nation_step_month()).filter(
    // A stock of the month that runs is how it stands.
    ({ value }) => !isStock || value <= addPeriods(now, -1),
  );
  return [
    ...(isStock ? [{ value: '', label: m.metrics_as_it_stands(), group: natureWord('stock') ?? '' }] : []),
    ...months,
    ...back('quarter', 5, m.nation_step_quarter()),
    ...back('year', 3, m.nation_step_year()),
  ];
};

/** The parts of a share. Undefined for what has none. */
export const partsSaid = ({ of, over }: Figure, locale: Locale): string | undefined =>
  of === null || over === null
    ? undefined
    : m.ministry_of_over({
        of: formatNumber(of, locale, { maxFraction: 0 }),
        over: formatNumber(over, locale, { maxFraction: 0 }),
      });
