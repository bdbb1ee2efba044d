import { metricsRead } from '@mahalleh/metric';
import * as z from 'zod';
import { storedOf } from './asked-figure.ts';
import type { Headline } from './headlines.ts';
import { describeMetric, MetricOutput } from './metric-output.ts';

/** What a figure counts: the metrics that it reads, as they are declared; what stands under it when it is printed. */
export const MeaningOutput = z
  .array(MetricOutput)
  .describe('The metrics that the chosen figure reads, as they are declared');

/** The meaning of a headline. */
export const meaningOf = (headline: Headline): z.infer<typeof MeaningOutput> =>
  metricsRead([headline]).map((stored) => describeMetric(storedOf(stored)));
