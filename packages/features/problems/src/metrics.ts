import {
  defineCount,
  defineDistribution,
  definePeopleCount,
  definePeopleRatio,
  defineRatio,
  type DirtyMark,
  type Owner,
} from '@mahalleh/metric';

/** Tehran is ahead of UTC by this much, without summer time since 1401. Unit: milliseconds. */
const TEHRAN_MS = 12_600_000;

const SOURCE = {
  fa: 'برنامه عملیاتی وزارت کشور، مهر ۱۴۰۴: بانک مسئله‌ها (گام دو) و نتیجه آن',
  en: 'Action plan of the Interior Ministry, Mehr 1404: the registry of problems (step 2) and its outcome',
};
const DOMAIN =
  'from problems p join domains d on d.key = p.domain_key where p.discarded_at_ms is null and p.unit_id in (:units)';
const OPEN = "p.status in ('registered', 'triaged', 'started')";
const CONFIRMED = "p.status = 'solved' and p.confirmed_at_ms is not null";

const OWNER: Owner = { key: 'problems', title: { fa: 'بانک مسئله‌ها', en: 'Registry of problems' } };

const common = {
  version: 1,
  unit: 'problem',
  population: 'things',
  per: 'neighbourhood',
  feature: 'problems',
  owner: OWNER,
  sensitivity: 'open',
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
    fa: 'مسئله‌هایی که ثبت، بررسی یا آغاز شده‌اند و هنوز نه حل شده‌اند، نه بسته، نه در مسئله دیگری ادغام و نه به چند مسئله تفکیک.',
    en: 'Problems registered, triaged or started that are not yet solved, closed, merged into another or split into others.',
  },
  from: `select p.unit_id, d.national_key as domain, p.status as state, count(*) as amount ${DOMAIN} and ${OPEN} group by 1, 2, 3`,
});

/** Problems entered into the registry, in the month of their registration. */
export const registeredProblems = defineCount({
  ...common,
  key: 'problem.registered',
  nature: 'flow',
  by: ['domain'],
  title: { fa: 'مسئله‌های ثبت‌شده', en: 'Problems registered' },
  definition: {
    fa: 'مسئله‌ها در ماه ثبت‌شان. آنچه در مسئله دیگری ادغام شده است شمرده نمی‌شود، زیرا همان مسئله است؛ به جای آنچه تفکیک شده است بخش‌های آن شمرده می‌شود.',
    en: 'Problems in the month of their registration. One merged into another is not counted, for it is the same problem; in place of one that was split its parts are.',
  },
  from: `select p.unit_id, d.national_key as domain, 1 as amount, p.registered_at_ms as at_ms ${DOMAIN} and p.status not in ('merged', 'split')`,
});

/** Problems whose solution was confirmed, in the month of the confirmation. */
export const solvedProblems = defineCount({
  ...common,
  version: 2,
  key: 'problem.solved',
  nature: 'flow',
  by: ['domain'],
  title: { fa: 'مسئله‌های حل‌شده', en: 'Problems solved' },
  definition: {
    fa: 'مسئله‌هایی که با دست‌کم یک مستند حل‌شده شمرده شده‌اند و شورا یا گزارش‌دهنده آن را تأیید کرده است، در ماه تأیید. آنچه بازگشایی شود از شمار بیرون می‌رود.',
    en: 'Problems called solved on at least one piece of evidence and confirmed by the council or the reporter, in the month of the confirmation. One that is reopened no longer counts.',
  },
  from: `select p.unit_id, d.national_key as domain, 1 as amount, p.confirmed_at_ms as at_ms ${DOMAIN} and ${CONFIRMED}`,
});

/** Problems that somebody called solved and nobody has confirmed yet. */
export const awaitingProblems = defineCount({
  ...common,
  key: 'problem.awaiting',
  sensitivity: 'official',
  nature: 'stock',
  by: ['domain'],
  title: { fa: 'حل‌شده‌های در انتظار تأیید', en: 'Solutions awaiting confirmation' },
  definition: {
    fa: 'مسئله‌هایی که حل‌شده شمرده شده‌اند و هنوز نه شورا و نه گزارش‌دهنده آن را تأیید کرده است.',
    en: 'Problems called solved that neither the council nor the reporter has confirmed yet.',
  },
  from: `select p.unit_id, d.national_key as domain, count(*) as amount ${DOMAIN} and p.status = 'solved' and p.confirmed_at_ms is null group by 1, 2`,
});

/** Open problems that were taken to the county or the province. */
export const escalatedProblems = defineCount({
  ...common,
  key: 'problem.escalated',
  sensitivity: 'official',
  nature: 'stock',
  by: ['level'],
  title: { fa: 'مسئله‌های ارجاع‌شده', en: 'Problems escalated' },
  definition: {
    fa: 'مسئله‌های بازی که به شهرستان یا استان ارجاع شده‌اند، به تفکیک سطحی که اکنون مسئله نزد آن است.',
    en: 'Open problems that were taken to the county or the province, by the level at which they now are.',
  },
  from: `select p.unit_id, p.level, count(*) as amount from problems p where p.discarded_at_ms is null and p.level <> 'neighbourhood' and ${OPEN} and p.unit_id in (:units) group by 1, 2`,
});

const WAITING = `from problems p where p.discarded_at_ms is null and ${OPEN} and p.unit_id in (:units)`;

/** Escalations whose day to be answered is past: changes with the clock, at the start of the day after. */
export const overdueEscalations = defineCount({
  ...common,
  key: 'problem.escalation_overdue',
  sensitivity: 'official',
  nature: 'stock',
  by: ['level'],
  title: { fa: 'ارجاع‌های دیر', en: 'Escalations overdue' },
  definition: {
    fa: 'مسئله‌های بازی که به شهرستان یا استان ارجاع شده‌اند و مهلت پاسخ آن سطح گذشته است.',
    en: 'Open problems taken to the county or the province whose time to answer is over.',
  },
  from: `select p.unit_id, p.level, count(*) as amount ${WAITING} and p.level_due_on < :today group by 1, 2`,
  nextChange: `select p.unit_id, min(strftime('%s', p.level_due_on, '+1 day') * 1000 - ${TEHRAN_MS}) as at_ms ${WAITING} and p.level_due_on >= :today group by 1`,
});

/** Problems closed without being solved, in the month in which they were closed. */
export const closedUnsolved = defineCount({
  ...common,
  key: 'problem.closed_unsolved',
  sensitivity: 'official',
  nature: 'flow',
  by: ['domain'],
  title: { fa: 'مسئله‌های بسته‌شده بی حل', en: 'Problems closed unsolved' },
  definition: {
    fa: 'مسئله‌هایی که با ذکر دلیل و بی آنکه حل شوند بسته شده‌اند، در ماه بستن. آنچه بازگشایی شود از شمار بیرون می‌رود.',
    en: 'Problems closed for a reason without being solved, in the month of their closing. One that is reopened no longer counts.',
  },
  from: `select p.unit_id, d.national_key as domain, 1 as amount, p.closed_at_ms as at_ms ${DOMAIN} and p.status = 'closed'`,
});

/** How long problems took from registration to the solution that was confirmed, in the month of the confirmation. Unit: begun days. */
export const daysToSolve = defineDistribution({
  ...common,
  version: 2,
  key: 'problem.days_to_solve',
  unit: 'day',
  nature: 'flow',
  by: [],
  bounds: [3, 7, 14, 30, 60, 90, 180, 365],
  title: { fa: 'روز از ثبت تا حل', en: 'Days from registration to solution' },
  definition: {
    fa: 'روزهای آغازشده میان ثبت و حل هر مسئله‌ای که حل آن تأیید شده است، در ماه تأیید.',
    en: 'Begun days between registration and solution of each problem whose solution is confirmed, in the month of the confirmation.',
  },
  from: `select p.unit_id, (p.solved_at_ms - p.registered_at_ms + 86399999) / 86400000 as amount, p.confirmed_at_ms as at_ms from problems p where p.discarded_at_ms is null and p.unit_id in (:units) and ${CONFIRMED}`,
});

/** The share of registered problems that are solved. */
export const solvedShare = defineRatio({
  key: 'problem.solved_share',
  version: 2,
  owner: OWNER,
  sensitivity: 'open',
  source: SOURCE,
  title: { fa: 'سهم مسئله‌های حل‌شده', en: 'Share of problems solved' },
  definition: {
    fa: 'مسئله‌های حل‌شده و تأییدشده بر مسئله‌های ثبت‌شده در همان دوره؛ از آغاز برنامه، سهم حل‌شده‌ها از همه.',
    en: 'Problems solved and confirmed over problems registered in the same period; since the beginning, the solved part of all.',
  },
  of: { metric: solvedProblems },
  over: { metric: registeredProblems },
});

/**
 * Residents affected by problems, by what became of them. The parts are one population, so they are hidden together: a table
 * of the open ones beside one of the solved ones would give back in one what the other hides.
 */
export const peopleAffected = definePeopleRatio({
  key: 'people.affected',
  owner: OWNER,
  version: 1,
  feature: 'problems',
  source: SOURCE,
  title: { fa: 'ساکنان درگیر مسئله‌ها', en: 'Residents affected by problems' },
  definition: {
    fa: 'جمع شمار ساکنانی که برای هر مسئله برآورد شده است، به تفکیک آنچه بر سر مسئله آمده؛ سهم، بخشی است که مسئله‌شان حل و تأیید شده. شمار است و هرگز نمی‌گوید چه کسی؛ کسی که با چند مسئله درگیر است در هرکدام شمرده می‌شود.',
    en: 'The sum of the residents estimated for each problem, by what became of it; the share is the part whose problem is solved and confirmed. A number and never who; somebody affected by several problems is counted with each.',
  },
  parts: [
    { key: 'solved', title: { fa: 'مسئله‌شان حل شده', en: 'Problem solved' } },
    { key: 'waiting', title: { fa: 'در انتظار حل', en: 'Waiting' } },
    { key: 'closed', title: { fa: 'بسته‌شده بی حل', en: 'Closed unsolved' } },
  ],
  of: 'solved',
  from: `select p.unit_id, d.national_key as domain, case when ${CONFIRMED} then 'solved' when p.status = 'closed' then 'closed' else 'waiting' end as part, p.people_affected as amount ${DOMAIN} and p.people_affected > 0 and p.status not in ('merged', 'split')`,
});

/** Residents who took part in setting the priority of problems. */
export const residentsScoring = definePeopleCount({
  key: 'people.scoring',
  owner: OWNER,
  version: 1,
  feature: 'problems',
  source: SOURCE,
  title: { fa: 'ساکنان شرکت‌کننده در اولویت‌بندی', en: 'Residents who set priorities' },
  definition: {
    fa: 'جمع شرکت‌کنندگان نوبت‌های امتیازدهی ساکنان به مسئله‌ها. شمار است و هرگز نمی‌گوید چه کسی؛ کسی که به چند مسئله امتیاز داده در هرکدام شمرده می‌شود.',
    en: 'The sum of those who took part in the rounds in which residents scored problems. A number and never who; somebody who scored several problems is counted with each.',
  },
  from: `select p.unit_id, d.national_key as domain, p.residents_votes as amount ${DOMAIN} and p.residents_votes > 0 and p.status not in ('merged', 'split')`,
});

/** Every figure of people that problems give: they leave only when a month is closed. */
export const peopleMetrics = [peopleAffected, residentsScoring] as const;

/** Every figure that problems give. */
export const metrics = [
  openProblems,
  registeredProblems,
  solvedProblems,
  awaitingProblems,
  closedUnsolved,
  escalatedProblems,
  overdueEscalations,
  daysToSolve,
  solvedShare,
] as const;

/** What makes a unit's figures stale. A domain's mapping does not change while the province works. */
export const marks: DirtyMark[] = [{ table: 'problems', feature: 'problems' }];
