import { m } from '$lib/paraglide/messages';
import type { NationApi } from '@mahalleh/api/client';
import { formatNumber, persianDigits } from '@mahalleh/kernel/digits';
import { JALALI_MONTHS } from '@mahalleh/kernel/time';
import type { Locale } from '@mahalleh/ui';

/** One metric with everything that is told of it. */
export type MetricPage = NationApi['GET /metrics/{key}']['output'];
/** The catalogue. */
export type Catalogue = NationApi['GET /metrics']['output'];
/** How a metric is declared. */
export type Metric = Catalogue['metrics'][number];

const KINDS = { count: m.metrics_kind_count, distribution: m.metrics_kind_distribution, ratio: m.metrics_kind_ratio };
const NATURES = { stock: m.metrics_nature_stock, flow: m.metrics_nature_flow };

/** What a kind of metric is called. */
export const kindWord = (kind: Metric['kind']): string => KINDS[kind]();

/** What a metric's nature is called; nothing for a ratio. */
export const natureWord = (nature: Metric['nature']): string | undefined => (nature ? NATURES[nature]() : undefined);

/** A metric's number for a reader. */
export const numberOf = (value: number, locale: Locale): string => formatNumber(value, locale, { maxFraction: 0 });

/** A Jalali month as words: `1405-08` → «آبان ۱۴۰۵». */
export const periodWord = (period: string, locale: Locale): string => {
  const [year = '', month = ''] = period.split('-');
  const name = JALALI_MONTHS[locale][Number(month) - 1];
  if (name === undefined) return period;
  return `${name} ${locale === 'fa' ? persianDigits(year) : year}`;
};

/** A line of the catalogue: a metric of things or of people. */
export type CatalogueRow = Pick<
  Metric,
  'key' | 'title' | 'definition' | 'kind' | 'nature' | 'version' | 'owner' | 'sensitivity'
> & {
  readonly id: string;
  readonly isOfPeople: boolean;
};

/** The catalogue by whose meaning a metric is, in the order of their names; within one, what counts people comes last. */
export const byOwner = ({ metrics, people }: Catalogue, locale: Locale) => {
  const rows: CatalogueRow[] = [
    ...metrics.map((metric) => ({ ...metric, id: metric.key, isOfPeople: false })),
    ...people.map((metric) => ({
      ...metric,
      id: metric.key,
      isOfPeople: true,
      nature: 'stock' as const,
      sensitivity: 'people' as const,
    })),
  ];
  return [...Map.groupBy(rows, ({ owner }) => owner.key)]
    .map(([key, of]) => ({ key, title: of[0]?.owner.title[locale] ?? key, rows: of }))
    .toSorted((a, b) => a.title.localeCompare(b.title, locale));
};
