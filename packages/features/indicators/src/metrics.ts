import { defineCount, defineRatio, type DirtyMark, type Metric, type Owner } from '@mahalleh/metric';

/** Tehran is ahead of UTC by this much, without summer time since 1401. Unit: milliseconds. */
const TEHRAN_MS = 12_600_000;
/** How long after a period has ended its measurement may still come. Unit: days. */
const GRACE_DAYS = 30;

const OWNER: Owner = { key: 'indicators', title: { fa: 'هدف‌گذاری‌ها و شاخص‌ها', en: 'Targets and indicators' } };
const common = {
  version: 1,
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  owner: OWNER,
  sensitivity: 'official',
  feature: 'indicators',
  by: ['state'],
} as const;
const TARGETS = {
  fa: 'هدف‌گذاری‌های استانی برنامه عملیاتی وزارت کشور، مهر ۱۴۰۴ (نمونه: فعال‌سازی ۲۶۳ مسجد در قزوین)',
  en: 'Provincial targets under the action plan of the Interior Ministry, Mehr 1404 (e.g. Qazvin: 263 mosques to be activated)',
};
const INDICATORS = {
  fa: 'هدف‌های برنامه عملیاتی وزارت کشور، مهر ۱۴۰۴، که هر یک با شاخصی دنبال می‌شود',
  en: 'The aims of the action plan of the Interior Ministry, Mehr 1404, each to be followed by indicators',
};

/** What was last known of a target: its report, the last value of its indicator in its own unit, or its last daily reading. */
const REACHED =
  'case when t.indicator_id is not null then (select m.value from measurements m where m.indicator_id = t.indicator_id and m.version = t.indicator_version and m.unit_id = t.unit_id and m.struck_at_ms is null order by m.period desc limit 1)' +
  ' when t.metric_key is null then t.manual_value else (select r.value from target_readings r where r.target_id = t.id order by r.on_date desc limit 1) end as reached';

/** The points of the plan on either side of today: the beginning, the milestones, the due day. */
const POINTS =
  'coalesce((select max(s.on_date) from target_milestones s where s.target_id = t.id and s.on_date <= :today), t.from_on) as prev_on, coalesce((select min(s.on_date) from target_milestones s where s.target_id = t.id and s.on_date > :today), t.due_on) as next_on';

const VALUE_ON = (day: string, end: string, at: string): string =>
  `case when ${day} = ${end} then ${at} else (select s.value from target_milestones s where s.target_id = x.id and s.on_date = ${day}) end`;
const PREV = VALUE_ON('x.prev_on', 'x.from_on', 'x.baseline_value');
const NEXT = VALUE_ON('x.next_on', 'x.due_on', 'x.goal_value');

/** What the plan asks for today: the baseline before the first day, the goal from the due day, a straight line between points. Multiplied before it is divided, so that whole results are exact. */
const PLANNED =
  `case when :today < x.from_on then x.baseline_value when :today >= x.due_on then x.goal_value` +
  ` else ${PREV} + ((${NEXT}) - (${PREV})) * (julianday(:today) - julianday(x.prev_on)) / (julianday(x.next_on) - julianday(x.prev_on)) end`;
const AHEAD = 'case when x.goal_value >= x.baseline_value then 1 else -1 end';

/** Targets by how they stand, as their own pages say it. */
export const targetCount = defineCount({
  ...common,
  key: 'target.count',
  unit: 'target',
  source: TARGETS,
  title: { fa: 'هدف‌گذاری‌ها', en: 'Targets' },
  definition: {
    fa: 'هدف‌های شهرستان‌ها و آنچه زیر آن‌هاست که کنار گذاشته نشده‌اند، به تفکیک وضع امروزشان: محقق‌شده، به‌موقع، عقب، از سررسید گذشته، گزارش‌نشده. رسیده، واپسین گزارش، واپسین مقدار روزانه سنجه یا واپسین سنجش شاخص در خود آن واحد است. هدف‌های خود استان در هیچ شهرستانی نیست و شمرده نمی‌شود.',
    en: 'Targets of counties and of what lies below them that were not dropped, by how they stand today: reached, on pace, behind, past due, unreported. What was reached is the last report, the last daily value of the metric, or the last measurement of the indicator in the unit itself. Targets of the province as a whole lie in no county and are not counted.',
  },
  from:
    `select x.unit_id, case when x.reached is not null and (x.reached - x.goal_value) * ${AHEAD} >= 0 then 'done' when :today > x.due_on then 'late' when x.reached is null then 'unreported' when (x.reached - (${PLANNED})) * ${AHEAD} >= 0 then 'on_pace' else 'behind' end as state, 1 as amount` +
    ` from (select t.id, t.unit_id, t.baseline_value, t.goal_value, t.from_on, t.due_on, ${REACHED}, ${POINTS} from targets t where t.dropped_at_ms is null and t.unit_id in (:units)) x`,
  // Each day asks for more of what still runs.
  nextChange: `select t.unit_id, strftime('%s', :today, '+1 day') * 1000 - ${TEHRAN_MS} as at_ms from targets t where t.dropped_at_ms is null and t.due_on >= :today and t.unit_id in (:units) group by t.unit_id`,
});

/** The share of targets that are reached. */
export const targetsReached = defineRatio({
  key: 'target.reached_share',
  version: 1,
  owner: OWNER,
  sensitivity: 'official',
  source: TARGETS,
  title: { fa: 'سهم هدف‌های محقق‌شده', en: 'Share of targets reached' },
  definition: {
    fa: 'هدف‌هایی که به مقدار خود رسیده‌اند، تقسیم بر همه هدف‌های کنارنگذاشته.',
    en: 'Targets that have reached their goal, over all targets that were not dropped.',
  },
  of: { metric: targetCount, where: { state: ['done'] } },
  over: { metric: targetCount },
});

const ENDED = `p.last_on < date(:today, '-${GRACE_DAYS} days')`;
const MONTH = 'cast(substr(p.key, 6, 2) as integer)';
/** The last period of each frequency whose measurement should be there. */
const LAST = 'order by p.last_on desc limit 1';
const DUE = `case i.frequency when 'month' then (select p.key from periods p where ${ENDED} ${LAST}) when 'season' then (select substr(p.key, 1, 5) || 's' || (${MONTH} / 3) from periods p where ${ENDED} and ${MONTH} % 3 = 0 ${LAST}) when 'year' then (select substr(p.key, 1, 4) from periods p where ${ENDED} and ${MONTH} = 12 ${LAST}) else '' end`;

/** What is followed: each indicator that somebody measures, in each unit that has a value or a goal of it. */
const FOLLOWED =
  'select i.id, i.frequency, f.unit_id from (select m.indicator_id, m.unit_id from measurements m where m.struck_at_ms is null and m.unit_id in (:units) union select a.indicator_id, a.unit_id from indicator_aims a where a.unit_id in (:units)) f join indicators i on i.id = f.indicator_id and i.retired_at_ms is null join indicator_versions v on v.indicator_id = i.id and v.version = i.version and v.formula is null';

/** Indicators as they are followed in units, by whether their value is current. */
export const indicatorCount = defineCount({
  ...common,
  key: 'indicator.count',
  unit: 'indicator',
  source: INDICATORS,
  title: { fa: 'شاخص‌های دنبال‌شده', en: 'Indicators followed' },
  definition: {
    fa: `هر شاخص سنجیدنی در هر واحدی از شهرستان که مقدار یا هدفی برای آن دارد، یک بار: به‌روز اگر مقدار واپسین دوره‌ای که ${GRACE_DAYS} روز از پایان آن گذشته، یا پس از آن، سنجیده شده باشد؛ وگرنه عقب‌افتاده. شاخص‌های محاسبه‌شونده شمرده نمی‌شوند.`,
    en: `Each measured indicator once in each unit of a county that has a value or a goal of it: current when the last period that ended more than ${GRACE_DAYS} days ago, or a later one, has been measured; otherwise overdue. Indicators that are computed are not counted.`,
  },
  from: `select x.unit_id, case when exists (select 1 from measurements m where m.indicator_id = x.id and m.unit_id = x.unit_id and m.struck_at_ms is null and m.period >= x.due) then 'current' else 'overdue' end as state, 1 as amount from (select i.id, i.unit_id, coalesce(${DUE}, '') as due from (${FOLLOWED}) i) x`,
  nextChange: `select f.unit_id, (select strftime('%s', p.last_on, '+${GRACE_DAYS + 1} days') * 1000 - ${TEHRAN_MS} from periods p where p.last_on >= date(:today, '-${GRACE_DAYS} days') order by p.last_on limit 1) as at_ms from (${FOLLOWED}) f group by 1`,
});

/** The share of indicators whose value is current. */
export const indicatorsCurrent = defineRatio({
  key: 'indicator.current_share',
  version: 1,
  owner: OWNER,
  sensitivity: 'official',
  source: INDICATORS,
  title: { fa: 'سهم شاخص‌های به‌روز', en: 'Share of indicators that are current' },
  definition: {
    fa: 'شاخص‌هایی که مقدار به‌روز دارند، تقسیم بر همه شاخص‌های دنبال‌شده.',
    en: 'Indicators with a current value, over all indicators followed.',
  },
  of: { metric: indicatorCount, where: { state: ['current'] } },
  over: { metric: indicatorCount },
});

/** The metrics of targets and indicators. */
export const metrics: readonly Metric[] = [targetCount, targetsReached, indicatorCount, indicatorsCurrent];

/**
 * Whose changes make a unit's figures stale. Readings and milestones name their target, an indicator its units: the triggers
 * `target_*_dirty` and `indicators_dirty_*` say that.
 */
export const marks: readonly DirtyMark[] = [
  { table: 'targets', feature: 'indicators' },
  { table: 'measurements', feature: 'indicators' },
  { table: 'indicator_aims', feature: 'indicators' },
];
