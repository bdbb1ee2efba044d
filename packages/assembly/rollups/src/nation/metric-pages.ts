import { zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { Failure, zInput } from '@mahalleh/kernel';
import { dimsOf, joinSum, storedKey, type Metric } from '@mahalleh/metric';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { metrics } from '../registry.ts';
import { describeMetric, MetricOutput } from './metric-output.ts';
import { askCoverage, askPin, askProvinces, cellsFrom, pinOf, PinOutput } from './source.ts';

/** The catalogue: every metric, as it is declared. */
export const metricCatalogue = defineNationQuery({
  name: 'metric.list',
  permission: 'metric.read',
  input: zInput({}),
  output: z.object({ metrics: z.array(MetricOutput) }),
  ask: () => ({}),
  shape: () => ({ metrics: metrics.map(describeMetric) }),
});

const metricOf = (key: string): Metric => {
  const found = metrics.find((metric) => metric.key === key);
  if (!found) throw new Failure('not_found', 'metric_unknown');
  return found;
};

/** One metric: its definition, its value by province, by dimension and by month, and who covers it since when. */
export const metricPage = defineNationQuery({
  name: 'metric.one',
  permission: 'metric.read',
  input: zInput({ key: z.string().max(60), at: zAt }),
  output: z.object({
    pin: PinOutput,
    metric: MetricOutput,
    nation: z.object({
      value: z.number().nullable(),
      reported: z.int(),
      missing: z.array(z.string()).readonly(),
      suppressed: z.int(),
      asOf: z.int().nullable(),
    }),
    provinces: z.array(
      z.object({
        slug: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        value: z.number().nullable(),
        asOf: z.int().nullable(),
      }),
    ),
    dims: z.array(z.object({ values: z.record(z.string(), z.string()), value: z.number() })),
    periods: z.array(z.object({ period: z.string(), value: z.number() })),
    letters: z
      .array(z.object({ province: z.string(), number: z.int(), sentAtMs: z.int() }))
      .describe('Lineage: the newest letter that each province changed this metric with'),
  }),
  ask: (db, { key, at }) => {
    const metric = metricOf(key);
    const stored = metric.kind === 'ratio' ? '' : storedKey(metric);
    return {
      pin: askPin(db, at),
      provinces: askProvinces(db, at, sql`status = 'active'`),
      coverage: askCoverage(db, at, sql`metric = ${stored}`),
      cells: many(
        db.text<{ province: string; dims: string; period: string; value: number; letter: number; sentAtMs: number }>(
          sql`select province, dims, period, sum(value) as value, max(letter_number) as letter, max(sent_at_ms) as "sentAtMs" from ${cellsFrom(at)} where metric = ${stored} group by 1, 2, 3`,
        ),
      ),
    };
  },
  shape: (got, { key, at }) => {
    const pin = pinOf(at, got.pin);
    const covered = new Map(got.coverage.map(({ province, asOfMs }) => [province, asOfMs]));
    const add = (by: (row: (typeof got.cells)[number]) => string): Map<string, number> => {
      const sums = new Map<string, number>();
      for (const row of got.cells) sums.set(by(row), (sums.get(by(row)) ?? 0) + row.value);
      return sums;
    };
    const perProvince = add(({ province }) => province);
    const newest = new Map<string, { number: number; sentAtMs: number }>();
    for (const { province, letter, sentAtMs } of got.cells)
      if ((newest.get(province)?.number ?? 0) < letter) newest.set(province, { number: letter, sentAtMs });
    return {
      pin,
      metric: describeMetric(metricOf(key)),
      nation: joinSum(
        got.provinces.map(({ slug }) => ({
          reporter: slug,
          value: perProvince.get(slug),
          asOfMs: covered.get(slug) ?? null,
        })),
      ),
      provinces: got.provinces.map(({ slug, nameFa, nameEn }) => ({
        slug,
        nameFa,
        nameEn,
        value: covered.has(slug) ? (perProvince.get(slug) ?? 0) : null,
        asOf: covered.get(slug) ?? null,
      })),
      dims: [...add(({ dims }) => dims)].map(([dims, value]) => ({ values: dimsOf(dims), value })),
      periods: [...add(({ period }) => period)]
        .filter(([period]) => period !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([period, value]) => ({ period, value })),
      letters: [...newest].map(([province, { number, sentAtMs }]) => ({ province, number, sentAtMs })),
    };
  },
});
