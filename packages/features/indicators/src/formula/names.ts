import { measurableOf, unknownDims } from '../measurable.ts';
import type { Formula } from './parse.ts';
import type { FormulaFault } from './tokens.ts';

/** What a formula reads: other indicators by key, and metrics of the product. */
export type Names = {
  readonly indicators: readonly string[];
  readonly metrics: readonly { readonly key: string; readonly dims: string | null }[];
};

/** Every part of a formula, from the left. */
export const partsOf = (formula: Formula): readonly Formula[] => {
  if (formula.kind === 'negative') return [formula, ...partsOf(formula.of)];
  if (formula.kind === 'both') return [...partsOf(formula.left), formula, ...partsOf(formula.right)];
  return [formula];
};

/** What a formula reads, each once. */
export const namesIn = (formula: Formula): Names => {
  const indicators = new Set<string>();
  const metrics = new Map<string, { key: string; dims: string | null }>();
  for (const part of partsOf(formula)) {
    if (part.kind === 'indicator') indicators.add(part.key);
    if (part.kind === 'metric') metrics.set(`${part.key}|${part.dims ?? ''}`, { key: part.key, dims: part.dims });
  }
  return { indicators: [...indicators], metrics: [...metrics.values()] };
};

/** The first name that there is not: an indicator, a metric, or a cut of one. `known` says whether there is an indicator of that key. */
export const unknownName = (formula: Formula, known: (key: string) => boolean): FormulaFault | undefined => {
  for (const part of partsOf(formula)) {
    if (part.kind === 'indicator' && !known(part.key))
      return { reason: 'formula_name_unknown', at: part.at, params: { name: part.key } };
    if (part.kind !== 'metric') continue;
    const metric = measurableOf(part.key);
    if (!metric) return { reason: 'formula_metric_unknown', at: part.at, params: { name: part.key } };
    if (part.dims !== null && unknownDims(metric, part.dims).length > 0)
      return { reason: 'formula_cut_unknown', at: part.at, params: { name: part.dims } };
    if (part.reach === 'total' && metric.nature === 'stock')
      return { reason: 'formula_total_of_stock', at: part.at, params: { name: part.key } };
  }
  return undefined;
};

/**
 * The loop that an indicator would close: from its key through what its formula reads back to it, or undefined.
 * `reads` gives the keys that another indicator's formula reads now.
 */
export const loopOf = (
  key: string,
  first: readonly string[],
  reads: (key: string) => readonly string[],
): readonly string[] | undefined => {
  const seen = new Set<string>();
  const follow = (at: string, trail: readonly string[]): readonly string[] | undefined => {
    if (at === key) return [...trail, at];
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const next of reads(at)) {
      const loop = follow(next, [...trail, at]);
      if (loop) return loop;
    }
    return undefined;
  };
  for (const next of first) {
    const loop = follow(next, [key]);
    if (loop) return loop;
  }
  return undefined;
};
