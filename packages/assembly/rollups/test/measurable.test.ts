import { BASE_KINDS } from '@mahalleh/agencies/model';
import { metrics as bases } from '@mahalleh/agencies/metrics';
import { CAPACITY_KINDS } from '@mahalleh/capacity/model';
import { metrics as capacities } from '@mahalleh/capacity/metrics';
import { metrics as councils } from '@mahalleh/councils/metrics';
import type { Metric } from '@mahalleh/metric';
import { CONTRIBUTION_KINDS, OPERATION_STATUSES } from '@mahalleh/operations/model';
import { metrics as operations } from '@mahalleh/operations/metrics';
import { metrics as problems } from '@mahalleh/problems/metrics';
import { NATIONAL_DOMAINS } from '@mahalleh/problems/model';
import { expect, test } from 'vitest';
import { measurableOf, MEASURABLES, unknownDims } from '@mahalleh/indicators/measurable';

const declared: readonly Metric[] = [...bases, ...capacities, ...councils, ...operations, ...problems];

test.each(MEASURABLES.map((metric) => [metric.key, metric] as const))(
  '%s is what its feature declares',
  (key, measurable) => {
    const metric = declared.find((one) => one.key === key);
    if (!metric || metric.kind !== 'count') throw new Error(`nobody declares the count ${key}`);
    const { version, nature, unit, title, by } = metric;
    expect({ ...measurable, by: Object.keys(measurable.by) }).toEqual({
      key,
      version,
      nature,
      unit,
      title,
      by: [...by],
    });
  },
);

test('the values of its dimensions are the national lists', () => {
  const values = (key: string, name: string) => measurableOf(key)?.by[name];
  expect(values('base.active', 'kind')).toEqual([...BASE_KINDS]);
  expect(values('capacity.count', 'kind')).toEqual([...CAPACITY_KINDS]);
  expect(values('operation.count', 'status')).toEqual([...OPERATION_STATUSES]);
  expect(values('contribution.rial', 'kind')).toEqual([...CONTRIBUTION_KINDS]);
  expect(values('problem.solved', 'domain')).toEqual(NATIONAL_DOMAINS.map(({ key }) => key));
});

test('a cut that a metric does not have is found', () => {
  const active = measurableOf('base.active');
  if (!active) throw new Error('no such metric');
  expect(unknownDims(active, 'kind=mosque')).toEqual([]);
  expect(unknownDims(active, 'kind=castle')).toEqual(['kind=castle']);
  expect(unknownDims(active, 'kind=mosque;state=open')).toEqual(['state=open']);
});
