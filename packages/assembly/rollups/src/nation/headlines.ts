import { Failure } from '@mahalleh/kernel';
import { metricsRead, metricsToldApart, type Bilingual, type CellsRead } from '@mahalleh/metric';
import { reportFigures } from '@mahalleh/reports/figure-list';
import type * as z from 'zod';
import type { HeadlineOutput } from './outputs.ts';

/** A figure that the national pages show for the nation, each province and each county. */
export type Headline = CellsRead & {
  readonly key: string;
  readonly title: Bilingual;
  readonly unit: 'share' | 'count' | 'rial';
  /** `now`: a stock; `year`: a flow, added up over the months of this Jalali year so far. */
  readonly span: 'now' | 'year';
};

/** A stock of the period report, as it stands now. Fails: never for the keys below, which a test goes through. */
const standing = (key: string): Headline => {
  const figure = reportFigures.find((one) => one.key === key && one.nature === 'stock');
  if (!figure) throw new Error(`no stock of the report is called ${key}`);
  const { title, unit, of, over } = figure;
  return { key, title, unit, span: 'now', of, ...(over ? { over } : {}) };
};

/** The figures of the national home, in the order in which they are offered. */
export const headlines: readonly Headline[] = [
  standing('progress_councils'),
  standing('steering_councils'),
  standing('step_1'),
  standing('step_2'),
  standing('step_3'),
  {
    key: 'problems_solved',
    title: { fa: 'مسئله‌های حل‌شده از ثبت‌شده‌های امسال', en: 'Problems solved, of those registered this year' },
    unit: 'share',
    span: 'year',
    of: { metric: 'problem.solved@2' },
    over: { metric: 'problem.registered@1' },
  },
  standing('problems_open'),
  {
    key: 'problems_closed_unsolved',
    title: { fa: 'مسئله‌های بسته‌شده بی‌حل، امسال', en: 'Problems closed unsolved this year' },
    unit: 'count',
    span: 'year',
    of: { metric: 'problem.closed_unsolved@1' },
  },
  standing('capacities'),
  standing('operations_running'),
  standing('operations_done'),
  standing('operations_without_budget'),
  standing('tasks_late'),
  {
    key: 'contributions',
    title: { fa: 'ارزش آورده‌های امسال', en: 'Value of contributions this year' },
    unit: 'rial',
    span: 'year',
    of: { metric: 'contribution.rial@1' },
  },
  standing('bases_active'),
  {
    key: 'targets_reached',
    title: { fa: 'هدف‌های محقق‌شده', en: 'Targets reached' },
    unit: 'share',
    span: 'now',
    of: { metric: 'target.count@1', where: { dim: 'state', in: ['done'] } },
    over: { metric: 'target.count@1' },
  },
  {
    key: 'targets_behind',
    title: { fa: 'هدف‌های عقب‌مانده از برنامه', en: 'Targets behind their pace' },
    unit: 'count',
    span: 'now',
    of: { metric: 'target.count@1', where: { dim: 'state', in: ['behind', 'late'] } },
  },
  {
    key: 'indicators_current',
    title: { fa: 'شاخص‌های به‌روز', en: 'Indicators that are current' },
    unit: 'share',
    span: 'now',
    of: { metric: 'indicator.count@1', where: { dim: 'state', in: ['current'] } },
    over: { metric: 'indicator.count@1' },
  },
];

/** Every stored metric that the headlines read. */
export const headlineMetrics: readonly string[] = metricsRead(headlines);

/** Those of them of which a headline keeps only some dimensions. */
export const headlineMetricsApart: readonly string[] = metricsToldApart(headlines);

/** A headline by its key; without one, the first. Fails: not_found `metric_unknown`. */
export const headlineOf = (key: string | undefined): Headline => {
  const found = key === undefined ? headlines[0] : headlines.find((one) => one.key === key);
  if (!found) throw new Failure('not_found', 'metric_unknown');
  return found;
};

/** The headlines as they go out. */
export const headlinesOut = (): z.infer<typeof HeadlineOutput>[] =>
  headlines.map(({ key, title, unit, span, ...read }) => ({
    key,
    title: { ...title },
    unit,
    span,
    metrics: metricsRead([read]),
  }));
