import { metrics as adoptions } from '@mahalleh/adoptions/metrics';
import { metrics as agencies } from '@mahalleh/agencies/metrics';
import { metrics as capacity } from '@mahalleh/capacity/metrics';
import { metrics as councils } from '@mahalleh/councils/metrics';
import { metrics as indicators } from '@mahalleh/indicators/metrics';
import { metrics as operations } from '@mahalleh/operations/metrics';
import { metrics as problems } from '@mahalleh/problems/metrics';
import { metrics as responsibility } from '@mahalleh/responsibility/metrics';
import { metrics as steps } from '@mahalleh/steps/metrics';
import { metrics as units } from '@mahalleh/units/metrics';
import type { Metric, StoredMetric } from '@mahalleh/metric';

/** Every metric in the system. The lane, the national figures, verification and the catalogue all read this list. */
export const metrics: readonly Metric[] = [
  ...units,
  ...agencies,
  ...councils,
  ...problems,
  ...capacity,
  ...operations,
  ...responsibility,
  ...steps,
  ...indicators,
  ...adoptions,
];

/** The metrics that are computed and stored; ratios follow from them. */
export const storedMetrics: readonly StoredMetric[] = metrics.filter((metric) => metric.kind !== 'ratio');

/** Every feature that owns a stored metric. */
export const allFeatures: readonly string[] = [...new Set(storedMetrics.map(({ feature }) => feature))].sort();
