import type { Bilingual } from '@mahalleh/metric';

/** A sum over cells of one metric, kept to some values of its dimensions. */
export type Part = {
  readonly metric: string;
  readonly where?: { readonly dim: string; readonly in: readonly string[] };
};

/** A figure that the national pages show for the nation, each province and each county. */
export type Headline = {
  readonly key: string;
  readonly title: Bilingual;
  readonly unit: 'share' | 'count' | 'rial';
  /** `now`: a stock; `year`: a flow, added up over the months of this Jalali year so far. */
  readonly span: 'now' | 'year';
  readonly of: Part;
  /** With it the figure is `of` divided by `over`. */
  readonly over?: Part;
};

const steps = (from: number): Part => ({
  metric: 'neighbourhood.by_step@1',
  where: { dim: 'step', in: ['0', '1', '2', '3'].slice(from) },
});
const formed = (metric: string): Part => ({ metric, where: { dim: 'state', in: ['formed'] } });

/** The figures of the national home, in the order in which they are offered. */
export const headlines: readonly Headline[] = [
  {
    key: 'progress_councils',
    title: { fa: 'محله‌های دارای شورای پیشرفت', en: 'Neighbourhoods with a progress council' },
    unit: 'share',
    span: 'now',
    of: formed('council.progress@1'),
    over: { metric: 'neighbourhood.count@1' },
  },
  {
    key: 'steering_councils',
    title: { fa: 'شهرستان‌های دارای شورای راهبری', en: 'Counties with a steering council' },
    unit: 'share',
    span: 'now',
    of: formed('council.steering@1'),
    over: { metric: 'council.steering@1' },
  },
  {
    key: 'step_1',
    title: { fa: 'محله‌های گام یک و بالاتر', en: 'Neighbourhoods past step one' },
    unit: 'share',
    span: 'now',
    of: steps(1),
    over: steps(0),
  },
  {
    key: 'step_2',
    title: { fa: 'محله‌های گام دو و بالاتر', en: 'Neighbourhoods past step two' },
    unit: 'share',
    span: 'now',
    of: steps(2),
    over: steps(0),
  },
  {
    key: 'step_3',
    title: { fa: 'محله‌های در عملیات میدانی', en: 'Neighbourhoods in field operations' },
    unit: 'share',
    span: 'now',
    of: steps(3),
    over: steps(0),
  },
  {
    key: 'problems_solved',
    title: { fa: 'مسئله‌های حل‌شده از ثبت‌شده‌های امسال', en: 'Problems solved, of those registered this year' },
    unit: 'share',
    span: 'year',
    of: { metric: 'problem.solved@2' },
    over: { metric: 'problem.registered@1' },
  },
  {
    key: 'problems_open',
    title: { fa: 'مسئله‌های باز', en: 'Open problems' },
    unit: 'count',
    span: 'now',
    of: { metric: 'problem.open@1' },
  },
  {
    key: 'problems_closed_unsolved',
    title: { fa: 'مسئله‌های بسته‌شده بی‌حل، امسال', en: 'Problems closed unsolved this year' },
    unit: 'count',
    span: 'year',
    of: { metric: 'problem.closed_unsolved@1' },
  },
  {
    key: 'capacities',
    title: { fa: 'ظرفیت‌های ثبت‌شده', en: 'Capacities registered' },
    unit: 'count',
    span: 'now',
    of: { metric: 'capacity.count@2' },
  },
  {
    key: 'operations_running',
    title: { fa: 'عملیات در حال اجرا', en: 'Operations running' },
    unit: 'count',
    span: 'now',
    of: { metric: 'operation.count@1', where: { dim: 'status', in: ['running'] } },
  },
  {
    key: 'operations_done',
    title: { fa: 'عملیات انجام‌شده', en: 'Operations done' },
    unit: 'count',
    span: 'now',
    of: { metric: 'operation.count@1', where: { dim: 'status', in: ['done'] } },
  },
  {
    key: 'operations_without_budget',
    title: { fa: 'سهم عملیات بی‌نیاز از بودجه', en: 'Operations without budget' },
    unit: 'share',
    span: 'now',
    of: { metric: 'operation.without_budget@1' },
    over: { metric: 'operation.all@1' },
  },
  {
    key: 'tasks_late',
    title: { fa: 'کارهای گذشته از مهلت', en: 'Tasks past their date' },
    unit: 'count',
    span: 'now',
    of: { metric: 'task.late@1' },
  },
  {
    key: 'contributions',
    title: { fa: 'ارزش آورده‌های امسال', en: 'Value of contributions this year' },
    unit: 'rial',
    span: 'year',
    of: { metric: 'contribution.rial@1' },
  },
  {
    key: 'bases_active',
    title: { fa: 'پایگاه‌های فعال', en: 'Active bases' },
    unit: 'count',
    span: 'now',
    of: { metric: 'base.active@1' },
  },
];

/** Every stored metric that the headlines read. */
export const headlineMetrics: readonly string[] = [
  ...new Set(headlines.flatMap(({ of, over }) => (over ? [of.metric, over.metric] : [of.metric]))),
];

/** Those of them of which a headline keeps only some dimensions. */
export const headlineMetricsApart: readonly string[] = [
  ...new Set(
    headlines.flatMap(({ of, over }) => [of, over].flatMap((part) => (part?.where === undefined ? [] : [part.metric]))),
  ),
];
