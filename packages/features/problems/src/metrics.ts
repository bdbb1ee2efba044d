import { defineCount, defineDistribution, defineRatio, type DirtyMark } from '@mahalleh/metric';

const SOURCE = 'Action plan of the Interior Ministry, Mehr 1404: the registry of problems (step 2) and its outcome';
const DOMAIN = 'from problems p join domains d on d.key = p.domain_key where p.unit_id in (:units)';

const common = {
  version: 1,
  unit: 'problem',
  population: 'things',
  per: 'neighbourhood',
  feature: 'problems',
  source: SOURCE,
} as const;

/** Problems that wait to be solved, by domain and by how far they have come. */
export const openProblems = defineCount({
  ...common,
  key: 'problem.open',
  nature: 'stock',
  by: ['domain', 'state'],
  title: { fa: 'مسئله‌های باز', en: 'Open problems' },
  definition: {
    fa: 'مسئله‌هایی که ثبت، بررسی یا آغاز شده‌اند و هنوز نه حل شده‌اند، نه بسته و نه در مسئله دیگری ادغام.',
    en: 'Problems registered, triaged or started that are not yet solved, closed or merged into another.',
  },
  from: `select p.unit_id, d.national_key as domain, p.status as state, count(*) as amount ${DOMAIN} and p.status in ('registered', 'triaged', 'started') group by 1, 2, 3`,
});

/** Problems entered into the registry, in the month of their registration. */
export const registeredProblems = defineCount({
  ...common,
  key: 'problem.registered',
  nature: 'flow',
  by: ['domain'],
  title: { fa: 'مسئله‌های ثبت‌شده', en: 'Problems registered' },
  definition: {
    fa: 'مسئله‌ها در ماه ثبت‌شان. آنچه در مسئله دیگری ادغام شده است شمرده نمی‌شود، زیرا همان مسئله است.',
    en: 'Problems in the month of their registration. One merged into another is not counted, for it is the same problem.',
  },
  from: `select p.unit_id, d.national_key as domain, 1 as amount, p.registered_at_ms as at_ms ${DOMAIN} and p.status <> 'merged'`,
});

/** Problems whose solution stands, in the month in which they were solved. */
export const solvedProblems = defineCount({
  ...common,
  key: 'problem.solved',
  nature: 'flow',
  by: ['domain'],
  title: { fa: 'مسئله‌های حل‌شده', en: 'Problems solved' },
  definition: {
    fa: 'مسئله‌هایی که با دست‌کم یک مستند حل‌شده شمرده شده‌اند، در ماه حل. آنچه بازگشایی شود از شمار بیرون می‌رود.',
    en: 'Problems called solved on at least one piece of evidence, in the month of their solution. One that is reopened no longer counts.',
  },
  from: `select p.unit_id, d.national_key as domain, 1 as amount, p.solved_at_ms as at_ms ${DOMAIN} and p.status = 'solved'`,
});

/** Problems closed without being solved, in the month in which they were closed. */
export const closedUnsolved = defineCount({
  ...common,
  key: 'problem.closed_unsolved',
  nature: 'flow',
  by: ['domain'],
  title: { fa: 'مسئله‌های بسته‌شده بی حل', en: 'Problems closed unsolved' },
  definition: {
    fa: 'مسئله‌هایی که با ذکر دلیل و بی آنکه حل شوند بسته شده‌اند، در ماه بستن. آنچه بازگشایی شود از شمار بیرون می‌رود.',
    en: 'Problems closed for a reason without being solved, in the month of their closing. One that is reopened no longer counts.',
  },
  from: `select p.unit_id, d.national_key as domain, 1 as amount, p.closed_at_ms as at_ms ${DOMAIN} and p.status = 'closed'`,
});

/** How long problems took from registration to solution, in the month in which they were solved. Unit: begun days. */
export const daysToSolve = defineDistribution({
  ...common,
  key: 'problem.days_to_solve',
  unit: 'day',
  nature: 'flow',
  by: [],
  bounds: [3, 7, 14, 30, 60, 90, 180, 365],
  title: { fa: 'روز از ثبت تا حل', en: 'Days from registration to solution' },
  definition: {
    fa: 'روزهای آغازشده میان ثبت و حل هر مسئله حل‌شده، در ماه حل.',
    en: 'Begun days between registration and solution of each solved problem, in the month of its solution.',
  },
  from: "select p.unit_id, (p.solved_at_ms - p.registered_at_ms + 86399999) / 86400000 as amount, p.solved_at_ms as at_ms from problems p where p.unit_id in (:units) and p.status = 'solved'",
});

/** The share of registered problems that are solved. */
export const solvedShare = defineRatio({
  key: 'problem.solved_share',
  version: 1,
  source: SOURCE,
  title: { fa: 'سهم مسئله‌های حل‌شده', en: 'Share of problems solved' },
  definition: {
    fa: 'مسئله‌های حل‌شده بر مسئله‌های ثبت‌شده در همان دوره؛ از آغاز برنامه، سهم حل‌شده‌ها از همه.',
    en: 'Problems solved over problems registered in the same period; since the beginning, the solved part of all.',
  },
  of: { metric: solvedProblems },
  over: { metric: registeredProblems },
});

/** Every figure that problems give. */
export const metrics = [
  openProblems,
  registeredProblems,
  solvedProblems,
  closedUnsolved,
  daysToSolve,
  solvedShare,
] as const;

/** What makes a unit's figures stale. A domain's mapping does not change while the province works. */
export const marks: DirtyMark[] = [{ table: 'problems', feature: 'problems' }];
