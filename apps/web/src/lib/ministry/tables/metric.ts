import { spanSaid, unitOf, type Compared } from '$lib/metrics/figures';
import type { MetricPage } from '$lib/metrics/words';
import { m } from '$lib/paraglide/messages';
import { stateOfFigure, type SheetColumn, type SheetTable, type Value } from '$lib/sheets/table';
import type { Locale } from '@mahalleh/ui';
import { unitWord } from '../lineage';
import { placeTitle } from '../words';
import { figureCells, figureColumns, notesOf } from './figure-rows';

type Percentile = { readonly at?: number | undefined; readonly above?: number | undefined } | null | undefined;

const daysCell = (at: Percentile): Value => at?.at ?? null;

/** A percentile beyond the last bound has no number. */
const spreadColumns = (): SheetColumn[] => [
  { key: 'median', title: m.lineage_median(), kind: 'decimal' },
  { key: 'p90', title: m.lineage_p90(), kind: 'decimal' },
];

/** A metric as its page tells it: by province in the span that is asked for, the nation beside other times, and month by month. */
export const metricTable = (told: MetricPage, locale: Locale): SheetTable => {
  const { metric } = told;
  const spread = (of: Compared['spread']): Value[] =>
    told.asked.spread ? [daysCell(of?.median), daysCell(of?.p90)] : [];
  const line = (place: string, name: string, one: Compared): Value[] => [
    ...[place, name, spanSaid(one, told.nowMs, locale), one.span ?? '', ''],
    ...figureCells(one.figure),
    ...spread(one.spread),
  ];
  const nation = m.ministry_nation();
  const bare = (value: number | null): Value[] => [value === null ? 'missing' : 'value', value];
  const none: Value[] = told.asked.spread ? [null, null] : [];
  const isSame = told.before.span === told.lastYear.span;
  return {
    file: `metric-${metric.key.replaceAll(/[^a-z_]/g, '-')}`,
    title: `${metric.title[locale]} (${unitWord(unitOf(metric))})`,
    notes: [metric.definition[locale], ...notesOf(told, locale)],
    columns: [
      { key: 'place', title: m.lineage_place(), kind: 'text' },
      { key: 'name', title: m.sheets_name(), kind: 'text' },
      { key: 'when', title: m.nation_span(), kind: 'text' },
      { key: 'span', title: m.sheets_span(), kind: 'text' },
      { key: 'dims', title: m.metrics_by(), kind: 'text' },
      ...figureColumns(metric.kind === 'ratio'),
      ...(told.asked.spread ? spreadColumns() : []),
    ],
    rows: [
      line('nation', nation, told.asked),
      line('nation', nation, told.before),
      ...(isSame ? [] : [line('nation', nation, told.lastYear)]),
      ...told.provinces.map((row) => line(row.slug, placeTitle(row, locale), { ...told.asked, ...row })),
      ...told.dims.map(({ values, value }): Value[] => [
        ...['nation', nation, spanSaid(told.asked, told.nowMs, locale), told.asked.span ?? ''],
        Object.entries(values)
          .map(([dim, of]) => `${dim}=${of}`)
          .join(';'),
        ...bare(value),
        ...[null, null, null],
        ...none,
      ]),
      ...told.months.map(({ month, value, of, over }): Value[] => [
        ...['nation', nation, spanSaid({ span: month }, told.nowMs, locale), month, ''],
        stateOfFigure({ value, reported: value === null && of === null ? 0 : 1, suppressed: 0 }),
        ...[value, of, over, null],
        ...none,
      ]),
    ],
  };
};
