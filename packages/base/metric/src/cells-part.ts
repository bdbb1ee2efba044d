import { dimsOf } from './define-metric.ts';

/** A sum over cells of one metric, kept to some values of one of its dimensions. `metric`: its stored name. */
export type CellsPart = {
  readonly metric: string;
  readonly where?: { readonly dim: string; readonly in: readonly string[] };
};

/** What a figure reads: one sum over cells, or one divided by another. */
export type CellsRead = { readonly of: CellsPart; readonly over?: CellsPart };

const partsOf = ({ of, over }: CellsRead): readonly CellsPart[] => (over ? [of, over] : [of]);

/** Whether a cell of the part's metric with these stored dimensions is counted in it. */
export const isCountedIn = ({ where }: CellsPart, dims: string): boolean => {
  if (!where) return true;
  const value = dimsOf(dims)[where.dim];
  return value !== undefined && where.in.includes(value);
};

/** The stored metrics that some figures read, each once. */
export const metricsRead = (figures: readonly CellsRead[]): string[] => [
  ...new Set(figures.flatMap(partsOf).map(({ metric }) => metric)),
];

/** Those of them of which a figure keeps only some dimensions. */
export const metricsToldApart = (figures: readonly CellsRead[]): string[] => [
  ...new Set(figures.flatMap(partsOf).flatMap(({ metric, where }) => (where ? [metric] : []))),
];
