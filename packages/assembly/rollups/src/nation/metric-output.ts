import { joinOf, type Metric } from '@mahalleh/metric';
import * as z from 'zod';

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
