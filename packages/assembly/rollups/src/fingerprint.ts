import { sha256 } from '@mahalleh/gate';
import { storedKey, type Metric } from '@mahalleh/metric';

const oneSpace = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim();

/** Everything that a metric's values follow from: not its words, whose meaning they only tell. */
const meaningOf = (metric: Metric): unknown => {
  if (metric.kind === 'ratio') {
    const { of, over } = metric;
    return [metric.kind, storedKey(of.metric), of.where ?? null, storedKey(over.metric), over.where ?? null];
  }
  const { kind, nature, population, per, by, unit, from } = metric;
  return [kind, nature, population, per, by, unit, oneSpace(from), kind === 'distribution' ? metric.bounds : null];
};

/** A digest of what a metric counts. It changes when the meaning does, and the version must then change with it. */
export const fingerprintOf = (metric: Metric): Promise<string> => sha256(JSON.stringify(meaningOf(metric)));
