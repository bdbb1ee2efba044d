import type { Bilingual } from '@mahalleh/kernel';

/** A metric that a target can be set on: a stock as it is now, or a flow added up over the months of the target. */
export type Measurable = {
  readonly key: string;
  readonly version: number;
  readonly nature: 'stock' | 'flow';
  readonly title: Bilingual;
  readonly by: Readonly<Record<string, readonly string[]>>;
};

/** The metrics that a target can be set on. A test keeps them equal to what the features declare. */
export const MEASURABLES: readonly Measurable[] = [];

/** The metric of that name, when a target can be set on it. */
export const measurableOf = (key: string): Measurable | undefined => MEASURABLES.find((metric) => metric.key === key);

/** The dimensions that a metric does not have, or not with that value. */
export const unknownDims = (metric: Measurable, dims: string): string[] =>
  dims.split(';').filter((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return !metric.by[name]?.includes(value);
  });
