import { defineCount, type DirtyMark } from '@mahalleh/metric';

/** Problems that nobody has taken up, by domain. */
export const unattendedProblems = defineCount({
  key: 'problem.unattended',
  version: 1,
  unit: 'problem',
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  by: ['domain'],
  owner: { key: 'responsibility', title: { fa: 'تقسیم کار دستگاه‌ها', en: 'Who does what' } },
  sensitivity: 'official',
  feature: 'responsibility',
  source: {
    fa: 'برنامه عملیاتی وزارت کشور، مهر ۱۴۰۴: یک خوانش از وظایف، و آنچه کسی بر عهده ندارد',
    en: 'Action plan of the Interior Ministry, Mehr 1404: one reading of the duties, and what nobody has taken up',
  },
  title: { fa: 'مسئله‌های بی‌متولی', en: 'Problems with nobody' },
  definition: {
    fa: 'مسئله‌های بازی که برای حوزه آن‌ها در آن محله، یا بالاتر از آن، هیچ دستگاهی متولی نیست و هیچ عملیات برنامه‌ریزی‌شده یا در حال اجرایی هم برای آن‌ها نیست.',
    en: 'Open problems for whose domain no agency leads in the neighbourhood or above it, and for which no operation is planned or runs.',
  },
  from: "select s.unit_id, d.national_key as domain, s.n as amount from (select p.unit_id, p.domain_key, count(*) as n from problems p where p.unit_id in (:units) and p.status in ('registered', 'triaged', 'started') and p.discarded_at_ms is null and not exists (select 1 from operations o where o.problem_id = p.id and o.status in ('planned', 'running')) group by 1, 2) s join domains d on d.key = s.domain_key where not exists (with recursive k(key) as (select s.domain_key union all select up.parent_key from k join domains up on up.key = k.key where up.parent_key is not null) select 1 from k cross join unit_closure c on c.unit_id = s.unit_id cross join responsibilities r on r.unit_id = c.ancestor_id and r.domain_key = k.key and r.role = 'lead' and r.ended_at_ms is null)",
});

/** The metrics of who does what. */
export const metrics = [unattendedProblems] as const;

/**
 * Whose changes make a unit's figures stale. A declared lead does so for every unit below it, and so does a unit that
 * comes to lie elsewhere: the triggers `responsibilities_dirty_*` and `closure_responsibility_*` say that.
 */
export const marks: readonly DirtyMark[] = [
  { table: 'problems', feature: 'responsibility' },
  { table: 'operations', feature: 'responsibility' },
];
