import { isCountedIn, metricsRead, metricsToldApart, type CellsPart, type CellsRead } from '@mahalleh/metric';
import { reportFigures } from './figure-list.ts';

/** A frozen cell, or a sum of such. `county`: official code. */
export type FrozenRow = {
  readonly county: string;
  readonly metric: string;
  readonly dims: string;
  readonly value: number;
};

/** What a figure comes to: a number of things, or a share with its two parts. `value` is null when there is nothing to divide by. */
export type Amount = { readonly value: number | null; readonly of: number | null; readonly over: number | null };

/** The metrics that the form reads. */
export const FORM_METRICS: readonly string[] = metricsRead(reportFigures);
/** Those of them of which a figure keeps only some dimensions. */
export const FORM_METRICS_APART: readonly string[] = metricsToldApart(reportFigures);

/** The metrics of some figures. */
export const metricsOf = (keys: readonly string[]): string[] =>
  metricsRead(reportFigures.filter(({ key }) => keys.includes(key)));

const sumOf = (part: CellsPart, rows: readonly FrozenRow[]): number =>
  rows.reduce((sum, row) => (row.metric === part.metric && isCountedIn(part, row.dims) ? sum + row.value : sum), 0);

/** One figure over these rows: sums, divided last. The only place where a frozen figure is computed: pages, files, documents and the ministry read it here. */
export const amountOf = ({ of, over }: CellsRead, rows: readonly FrozenRow[]): Amount => {
  const top = sumOf(of, rows);
  if (!over) return { value: top, of: null, over: null };
  const bottom = sumOf(over, rows);
  return { value: bottom === 0 ? null : top / bottom, of: top, over: bottom };
};

/** Every figure of the form, for the whole province and for each of these counties. */
export const amountsOf = (
  rows: readonly FrozenRow[],
  counties: readonly string[],
): readonly { key: string; whole: Amount; counties: readonly ({ county: string } & Amount)[] }[] => {
  const byCounty = new Map<string, FrozenRow[]>(counties.map((county) => [county, []]));
  for (const row of rows) byCounty.get(row.county)?.push(row);
  return reportFigures.map((figure) => ({
    key: figure.key,
    whole: amountOf(figure, rows),
    counties: counties.map((county) => ({ county, ...amountOf(figure, byCounty.get(county) ?? []) })),
  }));
};
