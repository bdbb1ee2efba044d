import { momentOf, zAt } from '@mahalleh/boards/moment';
import { defineNationQuery, many } from '@mahalleh/gate';
import { civilDateOf, Failure, isSpanKey, toJalali, zInput } from '@mahalleh/kernel';
import { dimsOf } from '@mahalleh/metric';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { peopleMetrics } from '../people/registry.ts';
import { metrics } from '../registry.ts';
import { askedFigure, type AskedFigure } from './asked-figure.ts';
import type { CellRow } from './figures.ts';
import { describeMetric, describePeople, MetricOutput, metricOf } from './metric-output.ts';
import { figureAt, spreadAt, toldOf, type MetricRead } from './metric-read.ts';
import { toldSpans, trendMonths, type ToldSpan } from './metric-spans.ts';
import { DurationOutput, FigureOutput } from './outputs.ts';
import { PeopleMetricOutput } from './people-outputs.ts';
import { coverageOf } from './places.ts';
import { stockMonths, type MonthRow } from './series.ts';
import { askCoverage, askPin, askProvinces, monthSumsFrom, pinOf, PinOutput, sumsFrom } from './source.ts';

/** The catalogue: every metric as it is declared, those of things and those of people. */
export const metricCatalogue = defineNationQuery({
  name: 'metric.list',
  permission: 'metric.read',
  input: zInput({}),
  output: z.object({ metrics: z.array(MetricOutput), people: z.array(PeopleMetricOutput) }),
  ask: () => ({}),
  shape: () => ({ metrics: metrics.map(describeMetric), people: peopleMetrics.map(describePeople) }),
});

const figureOf = (key: string): AskedFigure => {
  const found = askedFigure(metricOf(key).key);
  if (!found) throw new Failure('not_found', 'metric_unknown');
  return found;
};
const storedIn = ({ of, over }: AskedFigure): string => JSON.stringify(over ? [of.metric, over.metric] : [of.metric]);
const amongst = (list: string) => sql`in (select value from json_each(${list}))`;

const Compared = z.object({
  span: z.string().nullable(),
  months: z.int().describe('Of a flow: how many months of it are counted, as many as of the span that is asked for'),
  figure: FigureOutput,
  spread: DurationOutput.nullable(),
});

/** One metric: its definition, and its value by province, by dimension and by month, in a span beside the one before and last year's. */
export const metricPage = defineNationQuery({
  name: 'metric.one',
  permission: 'metric.read',
  input: zInput({
    key: z.string().max(60),
    period: z
      .string()
      .refine(isSpanKey, { error: 'figure_period_unknown' })
      .optional()
      .describe('`1405-08`, `1405-q3` or `1405`; when left out a stock as it stands, a flow over this Jalali year'),
    at: zAt,
  }),
  output: z.object({
    nowMs: z.int(),
    pin: PinOutput,
    metric: MetricOutput,
    asked: Compared,
    before: Compared.describe('The span before'),
    lastYear: Compared.describe('The same span a year before'),
    provinces: z.array(
      z.object({
        slug: z.string(),
        nameFa: z.string(),
        nameEn: z.string(),
        figure: FigureOutput,
        before: z.number().nullable(),
        lastYear: z.number().nullable(),
        spread: DurationOutput.nullable(),
      }),
    ),
    dims: z.array(z.object({ values: z.record(z.string(), z.string()), value: z.number() })),
    months: z.array(
      z.object({
        month: z.string(),
        value: z.number().nullable(),
        of: z.number().nullable(),
        over: z.number().nullable(),
      }),
    ),
  }),
  ask: (db, { key, period, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const figure = figureOf(key);
    const stored = storedIn(figure);
    const spans = toldSpans(figure.nature, period, nowMs);
    const months = [
      ...new Set([
        ...Object.values(spans).flatMap(({ months: inside }) => inside),
        ...trendMonths(figure.nature, nowMs),
      ]),
    ];
    const isStock = figure.nature === 'stock';
    return {
      pin: askPin(db, at),
      provinces: askProvinces(db, at, sql`status = 'active'`),
      coverage: askCoverage(db, at, sql`metric ${amongst(stored)}`),
      standing: many(
        db.text<CellRow>(
          sql`select province as reporter, metric, dims, 0 as flow, value from ${sumsFrom(at)} where metric ${amongst(isStock ? stored : '[]')} and span = ''`,
        ),
      ),
      months: many(
        db.text<MonthRow>(
          isStock
            ? stockMonths(sql`f.province`, JSON.parse(stored) as string[], months, sql`true`, nowMs)
            : sql`select province as reporter, metric, dims, period, value from ${monthSumsFrom(at)} where metric ${amongst(stored)} and period ${amongst(JSON.stringify(months))}`,
        ),
      ),
      closed: many(
        db.text<{ province: string; period: string; closedAtMs: number }>(
          sql`select province, period, max(closed_at_ms) as "closedAtMs" from national_closings where received_at_ms <= ${nowMs} and period ${amongst(JSON.stringify(isStock ? months : []))} group by 1, 2`,
        ),
      ),
    };
  },
  shape: (got, { key, period, at }, facts) => {
    const nowMs = momentOf(at, facts.nowMs);
    const pin = pinOf(at, got.pin);
    const metric = metricOf(key);
    const figure = figureOf(key);
    const slugs = got.provinces.map(({ slug }) => slug);
    const read: MetricRead = {
      figure,
      provinces: slugs,
      standing: got.standing,
      months: got.months,
      cover: got.coverage.map(coverageOf),
      closed: got.closed,
      thisYear: String(toJalali(civilDateOf(nowMs)).year),
    };
    const spans = toldSpans(figure.nature, period, nowMs);
    const [asked, before, lastYear] = [spans.asked, spans.before, spans.lastYear].map((span) => toldOf(read, span));
    if (!asked || !before || !lastYear) throw new Error('a span without figures');
    const compared = (span: ToldSpan, told: typeof asked): z.infer<typeof Compared> => ({
      span: span.span,
      months: figure.nature === 'flow' ? span.months.length : 0,
      figure: figureAt(read, told, slugs),
      spread: spreadAt(read, told, slugs),
    });
    const sums = new Map<string, number>();
    for (const { metric: of, dims, value } of asked.cells)
      if (of === figure.of.metric) sums.set(dims, (sums.get(dims) ?? 0) + value);
    return {
      nowMs,
      pin,
      metric: describeMetric(metric),
      asked: compared(spans.asked, asked),
      before: compared(spans.before, before),
      lastYear: compared(spans.lastYear, lastYear),
      provinces: got.provinces.map(({ slug, nameFa, nameEn }) => ({
        slug,
        nameFa,
        nameEn,
        figure: figureAt(read, asked, [slug]),
        before: figureAt(read, before, [slug]).value,
        lastYear: figureAt(read, lastYear, [slug]).value,
        spread: spreadAt(read, asked, [slug]),
      })),
      dims: metric.kind === 'ratio' ? [] : [...sums].map(([dims, value]) => ({ values: dimsOf(dims), value })),
      months: trendMonths(figure.nature, nowMs).map((month) => {
        const { value, of, over } = figureAt(read, toldOf(read, { months: [month] }), slugs);
        return { month, value, of, over };
      }),
    };
  },
});
