import { dimsOf } from '@mahalleh/metric';
import { reportFigures, type FigurePart, type ReportFigure } from './figure-list.ts';

/** A frozen cell, or a sum of such. `county`: official code. */
export type FrozenRow = {
  readonly county: string;
  readonly metric: string;
  readonly dims: string;
  readonly value: number;
};

/** What a figure comes to: a number of things, or a share with its two parts. `value` is null when there is nothing to divide by. */
export type Amount = { readonly value: number | null; readonly of: number | null; readonly over: number | null };

/** The metrics that the form reads, and those of which a figure keeps only some dimensions. */
export const FORM_METRICS: readonly string[] = [
  ...new Set(reportFigures.flatMap(({ of, over }) => (over ? [of.metric, over.metric] : [of.metric]))),
];
/** Those of them of which a figure keeps only some dimensions. */
export const FORM_METRICS_APART: readonly string[] = [
  ...new Set(reportFigures.flatMap(({ of, over }) => [of, over].flatMap((part) => (part?.where ? [part.metric] : [])))),
];

/** The metrics of some figures. */
export const metricsOf = (keys: readonly string[]): string[] => [
  ...new Set(
    reportFigures
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ of, over }) => (over ? [of.metric, over.metric] : [of.metric])),
  ),
];

const keeps = ({ where }: FigurePart, dims: string): boolean => {
  if (!where) return true;
  const value = dimsOf(dims)[where.dim];
  return value !== undefined && where.in.includes(value);
};

const sumOf = (part: FigurePart, rows: readonly FrozenRow[]): number =>
  rows.reduce((sum, row) => (row.metric === part.metric && keeps(part, row.dims) ? sum + row.value : sum), 0);

/** One figure over these rows: sums, divided last. The only place where a frozen figure is computed: pages, files, documents and the ministry read it here. */
export const amountOf = ({ of, over }: ReportFigure, rows: readonly FrozenRow[]): Amount => {
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
