import { IS_BLOCKED } from './blocked-sql.ts';
import { defineCount, defineRatio, type DirtyMark, type Metric, type Owner } from '@mahalleh/metric';

const SOURCE = {
  fa: 'برنامه عملیاتی وزارت کشور، گام سوم: عملیات میدانی',
  en: 'Action plan of the Interior Ministry, third step: field operations',
};
const OWNER: Owner = { key: 'operations', title: { fa: 'عملیات میدانی', en: 'Field operations' } };
const stock = {
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  feature: 'operations',
  version: 1,
  owner: OWNER,
  sensitivity: 'open',
  source: SOURCE,
} as const;
const flow = { ...stock, nature: 'flow' } as const;

const LIVE = "o.status <> 'cancelled' and o.unit_id in (:units)";
const WITHOUT_MONEY =
  "not exists (select 1 from contributions c where c.operation_id = o.id and c.kind = 'money' and c.removed_at_ms is null)";

/** Operations by where they are. */
export const operationCount = defineCount({
  ...stock,
  key: 'operation.count',
  unit: 'operation',
  by: ['status'],
  title: { fa: 'عملیات میدانی', en: 'Operations' },
  definition: {
    fa: 'شمار عملیات ثبت‌شده، به تفکیک وضعیت: برنامه‌ریزی‌شده، در حال اجرا، انجام‌شده و لغوشده.',
    en: 'Operations on record by status: planned, running, done and cancelled.',
  },
  from: 'select o.unit_id, o.status, count(*) as amount from operations o where o.unit_id in (:units) group by o.unit_id, o.status',
});

/** Operations that were not given up. */
export const allOperations = defineCount({
  ...stock,
  key: 'operation.all',
  unit: 'operation',
  by: [],
  title: { fa: 'عملیات لغونشده', en: 'Operations not cancelled' },
  definition: {
    fa: 'شمار عملیات برنامه‌ریزی‌شده، در حال اجرا و انجام‌شده.',
    en: 'Operations planned, running or done.',
  },
  from: `select o.unit_id, count(*) as amount from operations o where ${LIVE} group by o.unit_id`,
});

/** Operations that were not given up and took no money. */
export const operationsWithoutBudget = defineCount({
  ...stock,
  key: 'operation.without_budget',
  unit: 'operation',
  by: [],
  title: { fa: 'عملیات بدون بودجه', en: 'Operations without budget' },
  definition: {
    fa: 'شمار عملیات لغونشده‌ای که هیچ آورده نقدی برای آن‌ها ثبت نشده است؛ آورده غیرنقدی می‌توانند داشته باشند.',
    en: 'Operations not cancelled for which no contribution in money is on record; they may have others.',
  },
  from: `select o.unit_id, count(*) as amount from operations o where ${LIVE} and ${WITHOUT_MONEY} group by o.unit_id`,
});

/** The share of operations that took no money. */
export const zeroBudgetShare = defineRatio({
  key: 'operation.zero_budget',
  version: 1,
  title: { fa: 'سهم عملیات بدون بودجه', en: 'Share of operations without budget' },
  definition: {
    fa: 'عملیات لغونشده بدون آورده نقدی، تقسیم بر همه عملیات لغونشده.',
    en: 'Operations not cancelled without a contribution in money, over all operations not cancelled.',
  },
  owner: OWNER,
  sensitivity: 'open',
  source: SOURCE,
  of: { metric: operationsWithoutBudget },
  over: { metric: allOperations },
});

/** Tasks not done yet. */
export const openTasks = defineCount({
  ...stock,
  key: 'task.open',
  sensitivity: 'official',
  unit: 'task',
  by: [],
  title: { fa: 'کارهای باز', en: 'Open tasks' },
  definition: { fa: 'شمار کارهایی که هنوز نه انجام شده‌اند و نه لغو.', en: 'Tasks neither done nor cancelled.' },
  from: "select t.unit_id, count(*) as amount from tasks t where t.status = 'open' and t.unit_id in (:units) group by t.unit_id",
});

/** Tehran is ahead of UTC by this much, without summer time since 1401. Unit: milliseconds. */
const TEHRAN_MS = 12_600_000;

/** Open tasks whose day is past: changes with the clock, at the start of the day after. */
export const lateTasks = defineCount({
  ...stock,
  key: 'task.late',
  sensitivity: 'official',
  unit: 'task',
  by: [],
  title: { fa: 'کارهای دیرشده', en: 'Late tasks' },
  definition: {
    fa: 'شمار کارهای بازی که مهلت آن‌ها پیش از امروز بوده است.',
    en: 'Open tasks that were due before today.',
  },
  from: "select t.unit_id, count(*) as amount from tasks t where t.status = 'open' and t.due_on < :today and t.unit_id in (:units) group by t.unit_id",
  nextChange: `select t.unit_id, min(strftime('%s', t.due_on, '+1 day') * 1000 - ${TEHRAN_MS}) as at_ms from tasks t where t.status = 'open' and t.due_on >= :today and t.unit_id in (:units) group by t.unit_id`,
});

const AT_DAY = (day: string, more = ''): string => `strftime('%s', ${day}${more}) * 1000 - ${TEHRAN_MS}`;
const WAITS =
  "from task_dependencies d join tasks b on b.id = d.after_id join tasks t on t.id = d.task_id where t.status = 'open' and b.status = 'open'";

/** Open tasks that cannot go on: somebody recorded what keeps them, or what they wait for is late or overdue. Changes with the clock. */
export const blockedTasks = defineCount({
  ...stock,
  key: 'task.blocked',
  sensitivity: 'official',
  unit: 'task',
  by: [],
  title: { fa: 'کارهای گیرکرده', en: 'Blocked tasks' },
  definition: {
    fa: 'شمار کارهای بازی که مانعی برای آن‌ها ثبت شده، یا کار پیش‌نیاز آن‌ها دیر شده، یا با رسیدن روز آغازشان هنوز انجام نشده است.',
    en: 'Open tasks for which a blocker is on record, or whose predecessor is late, or is not done though they should have begun.',
  },
  from: `select t.unit_id, count(*) as amount from tasks t where ${IS_BLOCKED} and t.unit_id in (:units) group by t.unit_id`,
  nextChange: `select unit_id, min(at_ms) as at_ms from (select t.unit_id, ${AT_DAY('t.starts_on')} as at_ms ${WAITS} and t.starts_on > :today and t.unit_id in (:units) union all select t.unit_id, ${AT_DAY('b.due_on', ", '+1 day'")} ${WAITS} and b.due_on >= :today and t.unit_id in (:units)) group by unit_id`,
});

/** What was given in a month, by kind. Unit: rials, in kind as far as a value was put on it. */
export const contributedRial = defineCount({
  ...flow,
  key: 'contribution.rial',
  unit: 'rial',
  by: ['kind'],
  title: { fa: 'ارزش آورده‌ها', en: 'Value of contributions' },
  definition: {
    fa: 'جمع ارزش ریالی آورده‌های ثبت‌شده در ماه، به تفکیک نقد، کار، کالا و مکان؛ آورده غیرنقدی تا آنجا که ارزش‌گذاری شده باشد؛ ارزش کار اگر گفته نشده باشد از ساعت آن برآورد می‌شود.',
    en: 'Sum in rials of the contributions recorded in the month: money, work, goods and place; those in kind as far as they were valued; work that nobody valued is estimated from its hours.',
  },
  from: 'select c.unit_id, c.kind, c.value_rial as amount, c.recorded_at_ms as at_ms from contributions c where c.removed_at_ms is null and c.value_rial > 0 and c.unit_id in (:units)',
});

/** How many contributions were given in a month, by kind. */
export const contributionCount = defineCount({
  ...flow,
  key: 'contribution.count',
  unit: 'contribution',
  by: ['kind'],
  title: { fa: 'شمار آورده‌ها', en: 'Contributions' },
  definition: {
    fa: 'شمار آورده‌های ثبت‌شده در ماه، به تفکیک نقد، کار، کالا و مکان.',
    en: 'Contributions recorded in the month: money, work, goods and place.',
  },
  from: 'select c.unit_id, c.kind, 1 as amount, c.recorded_at_ms as at_ms from contributions c where c.removed_at_ms is null and c.unit_id in (:units)',
});

/** The metrics of field operations. */
export const metrics: readonly Metric[] = [
  operationCount,
  allOperations,
  operationsWithoutBudget,
  zeroBudgetShare,
  openTasks,
  lateTasks,
  blockedTasks,
  contributedRial,
  contributionCount,
];

/** Whose changes make a unit's figures of operations dirty. */
export const marks: readonly DirtyMark[] = [
  { table: 'operations', feature: 'operations' },
  { table: 'tasks', feature: 'operations' },
  { table: 'contributions', feature: 'operations' },
  { table: 'task_dependencies', feature: 'operations' },
];
