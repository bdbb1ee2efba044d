import {
  storedKey,
  type Bilingual,
  type CellsPart,
  type CellsRead,
  type Count,
  type Metric,
  type StoredMetric,
} from '@mahalleh/metric';
import { metrics, storedMetrics } from '../registry.ts';
import { headlines } from './headlines.ts';

/** What a figure is made of, for whoever asks where it comes from. */
export type AskedFigure = CellsRead & {
  readonly key: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly nature: 'stock' | 'flow';
};

const partOf = (side: { metric: Count; where?: Readonly<Record<string, readonly string[]>> }): CellsPart => {
  const [kept] = Object.entries(side.where ?? {});
  return { metric: storedKey(side.metric), ...(kept ? { where: { dim: kept[0], in: kept[1] } } : {}) };
};

const fromMetric = (metric: Metric): AskedFigure => {
  const { key, title } = metric;
  if (metric.kind !== 'ratio')
    return { key, title, unit: metric.unit, nature: metric.nature, of: { metric: storedKey(metric) } };
  const { nature } = metric.over.metric;
  return { key, title, unit: 'share', nature, of: partOf(metric.of), over: partOf(metric.over) };
};

/** The figure of a key: a headline of the national pages, or a metric with or without its version. Undefined when there is none, or none of this version. */
export const askedFigure = (key: string): AskedFigure | undefined => {
  const headline = headlines.find((one) => one.key === key);
  if (headline) {
    const { title, unit, span, of, over } = headline;
    return { key, title, unit, nature: span === 'now' ? 'stock' : 'flow', of, ...(over ? { over } : {}) };
  }
  const metric = metrics.find((one) => one.key === key || storedKey(one) === key);
  return metric && fromMetric(metric);
};

/** The stored metric of a stored key. Fails: never for the parts of a figure, which are all declared. */
export const storedOf = (stored: string): StoredMetric => {
  const found = storedMetrics.find((metric) => storedKey(metric) === stored);
  if (!found) throw new Error(`no metric is stored as ${stored}`);
  return found;
};
