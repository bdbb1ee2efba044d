import { Failure } from '@mahalleh/kernel';
import { joinOf, type Metric, type PeopleMetric } from '@mahalleh/metric';
import * as z from 'zod';
import { metrics } from '../registry.ts';
import type { PeopleMetricOutput } from './people-outputs.ts';

const Bilingual = z.object({ fa: z.string(), en: z.string() });

/** A metric as it is declared. */
export const MetricOutput = z.object({
  key: z.string(),
  version: z.int(),
  kind: z.enum(['count', 'distribution', 'ratio']),
  title: Bilingual,
  definition: Bilingual,
  source: Bilingual,
  owner: z.object({ key: z.string(), title: Bilingual }),
  sensitivity: z.enum(['open', 'official', 'people']),
  join: z.enum(['sum', 'sum by bucket', 'ratio of sums']),
  unit: z.string().nullable(),
  nature: z.enum(['stock', 'flow']).nullable(),
  per: z.string().nullable(),
  by: z.array(z.string()),
  population: z.string(),
  parts: z
    .object({ of: z.string(), over: z.string() })
    .nullable()
    .describe('Of a ratio: the keys of the metrics that are divided'),
});

/** The metric of a key. Fails: not_found `metric_unknown`. */
export const metricOf = (key: string): Metric => {
  const found = metrics.find((metric) => metric.key === key);
  if (!found) throw new Failure('not_found', 'metric_unknown');
  return found;
};

/** A metric of people for its readers. */
export const describePeople = (metric: PeopleMetric): z.infer<typeof PeopleMetricOutput> => ({
  key: metric.key,
  version: metric.version,
  kind: metric.kind,
  title: { ...metric.title },
  definition: { ...metric.definition },
  source: { ...metric.source },
  owner: { key: metric.owner.key, title: { ...metric.owner.title } },
  parts: metric.kind === 'ratio' ? metric.parts.map(({ key, title }) => ({ key, title: { ...title } })) : [],
  of: metric.kind === 'ratio' ? metric.of : null,
});

/** A metric for its readers. */
export const describeMetric = (metric: Metric): z.infer<typeof MetricOutput> => {
  const { key, version, kind, sensitivity } = metric;
  const told = {
    key,
    version,
    kind,
    source: { ...metric.source },
    sensitivity,
    title: { ...metric.title },
    definition: { ...metric.definition },
    owner: { key: metric.owner.key, title: { ...metric.owner.title } },
    join: joinOf(metric),
  };
  if (metric.kind === 'ratio') {
    const { population } = metric.over.metric;
    const parts = { of: metric.of.metric.key, over: metric.over.metric.key };
    return { ...told, unit: null, nature: metric.over.metric.nature, per: null, by: [], population, parts };
  }
  const { unit, nature, per, by, population } = metric;
  return { ...told, unit, nature, per, by: [...by], population, parts: null };
};
