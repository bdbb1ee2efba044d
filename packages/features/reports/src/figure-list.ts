import type { Bilingual, CellsPart, CellsRead } from '@mahalleh/metric';

/** One figure of the period report: a count, an amount, or one count over another. */
export type ReportFigure = CellsRead & {
  readonly key: string;
  readonly title: Bilingual;
  readonly unit: 'share' | 'count' | 'rial';
  /** A stock as it stood when the period was closed; a flow of the period. */
  readonly nature: 'stock' | 'flow';
  /** Whether more of it is better, for what the report calls a gain; left out when it is neither. */
  readonly better?: 'more' | 'less';
};

const steps = (from: number): CellsPart => ({
  metric: 'neighbourhood.by_step@1',
  where: { dim: 'step', in: ['0', '1', '2', '3'].slice(from) },
});
const formed = (metric: string): CellsPart => ({ metric, where: { dim: 'state', in: ['formed'] } });
const operations = (status: string): CellsPart => ({
  metric: 'operation.count@1',
  where: { dim: 'status', in: [status] },
});

/** The figures of the period report, in the order of its form. */
export const reportFigures: readonly ReportFigure[] = [
  {
    key: 'progress_councils',
    title: { fa: 'محله‌های دارای شورای پیشرفت', en: 'Neighbourhoods with a progress council' },
    unit: 'share',
    nature: 'stock',
    of: formed('council.progress@1'),
    over: { metric: 'neighbourhood.count@1' },
    better: 'more',
  },
  {
    key: 'steering_councils',
    title: { fa: 'شهرستان‌های دارای شورای راهبری', en: 'Counties with a steering council' },
    unit: 'share',
    nature: 'stock',
    of: formed('council.steering@1'),
    over: { metric: 'council.steering@1' },
    better: 'more',
  },
  {
    key: 'step_1',
    title: { fa: 'محله‌های گام یک و بالاتر', en: 'Neighbourhoods past step one' },
    unit: 'share',
    nature: 'stock',
    of: steps(1),
    over: steps(0),
    better: 'more',
  },
  {
    key: 'step_2',
    title: { fa: 'محله‌های گام دو و بالاتر', en: 'Neighbourhoods past step two' },
    unit: 'share',
    nature: 'stock',
    of: steps(2),
    over: steps(0),
    better: 'more',
  },
  {
    key: 'step_3',
    title: { fa: 'محله‌های در عملیات میدانی', en: 'Neighbourhoods in field operations' },
    unit: 'share',
    nature: 'stock',
    of: steps(3),
    over: steps(0),
    better: 'more',
  },
  {
    key: 'problems_registered',
    title: { fa: 'مسئله‌های ثبت‌شده در دوره', en: 'Problems registered in the period' },
    unit: 'count',
    nature: 'flow',
    of: { metric: 'problem.registered@1' },
  },
  {
    key: 'problems_solved',
    title: { fa: 'مسئله‌های حل‌شده در دوره', en: 'Problems solved in the period' },
    unit: 'count',
    nature: 'flow',
    of: { metric: 'problem.solved@2' },
    better: 'more',
  },
  {
    key: 'problems_closed_unsolved',
    title: { fa: 'مسئله‌های بسته‌شده بی‌حل در دوره', en: 'Problems closed unsolved in the period' },
    unit: 'count',
    nature: 'flow',
    of: { metric: 'problem.closed_unsolved@1' },
    better: 'less',
  },
  {
    key: 'problems_open',
    title: { fa: 'مسئله‌های باز', en: 'Open problems' },
    unit: 'count',
    nature: 'stock',
    of: { metric: 'problem.open@1' },
    better: 'less',
  },
  {
    key: 'capacities',
    title: { fa: 'ظرفیت‌های ثبت‌شده', en: 'Capacities registered' },
    unit: 'count',
    nature: 'stock',
    of: { metric: 'capacity.count@2' },
    better: 'more',
  },
  {
    key: 'operations_running',
    title: { fa: 'عملیات در حال اجرا', en: 'Operations running' },
    unit: 'count',
    nature: 'stock',
    of: operations('running'),
  },
  {
    key: 'operations_done',
    title: { fa: 'عملیات انجام‌شده', en: 'Operations done' },
    unit: 'count',
    nature: 'stock',
    of: operations('done'),
    better: 'more',
  },
  {
    key: 'operations_without_budget',
    title: { fa: 'سهم عملیات بی‌نیاز از بودجه', en: 'Operations without budget' },
    unit: 'share',
    nature: 'stock',
    of: { metric: 'operation.without_budget@1' },
    over: { metric: 'operation.all@1' },
    better: 'more',
  },
  {
    key: 'tasks_late',
    title: { fa: 'کارهای گذشته از مهلت', en: 'Tasks past their date' },
    unit: 'count',
    nature: 'stock',
    of: { metric: 'task.late@1' },
    better: 'less',
  },
  {
    key: 'contributions',
    title: { fa: 'ارزش آورده‌های دوره', en: 'Value of contributions in the period' },
    unit: 'rial',
    nature: 'flow',
    of: { metric: 'contribution.rial@1' },
    better: 'more',
  },
  {
    key: 'bases_active',
    title: { fa: 'پایگاه‌های فعال', en: 'Active bases' },
    unit: 'count',
    nature: 'stock',
    of: { metric: 'base.active@1' },
    better: 'more',
  },
];
