import { defineCount, defineRatio, type DirtyMark, type Metric, type Owner } from '@mahalleh/metric';
import { MONTHS_UNLESS_SAID } from '@mahalleh/templates/lineage';

/** Tehran is ahead of UTC by this much, without summer time since 1401. Unit: milliseconds. */
const TEHRAN_MS = 12_600_000;

const OWNER: Owner = { key: 'adoptions', title: { fa: 'الگوها و به‌کارگیری آن‌ها', en: 'Templates and their use' } };
const common = {
  version: 1,
  nature: 'stock',
  population: 'things',
  per: 'neighbourhood',
  owner: OWNER,
  sensitivity: 'official',
  feature: 'adoptions',
  by: ['state'],
  source: {
    fa: 'برنامه عملیاتی وزارت کشور، مهر ۱۴۰۴: محله‌های الگو (قم و قزوین) و گسترش تجربه آن‌ها به محله‌های دیگر',
    en: 'Action plan of the Interior Ministry, Mehr 1404: model neighbourhoods (Qom, Qazvin) and the spreading of their experience',
  },
} as const;
const shared = { version: 1, owner: OWNER, sensitivity: 'official', source: common.source } as const;

/** Adoptions of the units that run. The plus keeps the index of units: the other one would be walked from end to end. */
const RUNNING = "a.unit_id in (:units) and +a.status = 'active'";

/** Whether a signed version that stands is later than the one that is followed. */
const HAS_LATER =
  "exists (select 1 from templates t where t.template_id = a.template_id and t.version > a.version and not exists (select 1 from template_endings n where n.template_id = t.template_id and n.version in (0, t.version) and n.province = iif(n.how = 'revoked', 'ministry', t.province)))";

/** Templates in use, by whether the version that is followed is the latest. */
export const adoptionCount = defineCount({
  ...common,
  key: 'adoption.count',
  unit: 'adoption',
  title: { fa: 'الگوهای در حال استفاده', en: 'Templates in use' },
  definition: {
    fa: 'هر الگو در هر محله یا روستایی که آن را به کار گرفته و پایان نداده، یک بار؛ به تفکیک این‌که از واپسین نسخه امضاشده و پابرجای آن پیروی می‌کند یا از نسخه‌ای پیش از آن.',
    en: 'Each template once in each neighbourhood or village that uses it and has not ended it, by whether it follows the latest signed version that stands, or an earlier one.',
  },
  from: `select a.unit_id, iif(${HAS_LATER}, 'earlier', 'latest') as state, 1 as amount from adoptions a where ${RUNNING}`,
});

/** The share of templates in use that follow the latest version. */
export const adoptionsLatest = defineRatio({
  ...shared,
  key: 'adoption.latest_share',
  title: { fa: 'سهم به‌کارگیری‌های همگام با واپسین نسخه', en: 'Share of adoptions on the latest version' },
  definition: {
    fa: 'به‌کارگیری‌هایی که از واپسین نسخه پیروی می‌کنند، تقسیم بر همه به‌کارگیری‌های جاری.',
    en: 'Adoptions that follow the latest version, over all that are running.',
  },
  of: { metric: adoptionCount, where: { state: ['latest'] } },
  over: { metric: adoptionCount },
});

const standing = (state: string, column: string): string =>
  `select a.unit_id, '${state}' as state, ${column} as amount from adoptions a join adoption_standings s on s.adoption_id = a.id where ${RUNNING}`;

/** Elements of templates in use, by what became of them. */
export const elementCount = defineCount({
  ...common,
  key: 'adoption.element',
  unit: 'element',
  title: { fa: 'اجزای الگوها در محله‌ها', en: 'Elements of templates in neighbourhoods' },
  definition: {
    fa: 'اجزایی که با به‌کارگیری یک الگو برداشته شده‌اند: دست‌نخورده؛ تغییرکرده، اگر دست‌کم یک ویژگی آن در محل عوض شده باشد؛ کنارگذاشته، اگر رکورد آن دیگر نباشد، لغو یا کنار گذاشته شده باشد. هر دقیقه از روی رکوردهای تغییریافته بازشماری می‌شود.',
    en: 'Elements that were taken over with a template: untouched; changed, where at least one field was changed there; given up, where the record is gone, cancelled or dropped. Counted again each minute from the records that changed.',
  },
  from: [
    standing('untouched', 's.landed - s.changed'),
    standing('changed', 's.changed'),
    standing('given_up', 's.dropped'),
  ].join(' union all '),
});

/** The share of elements in use that were changed there. */
export const elementsChanged = defineRatio({
  ...shared,
  key: 'adoption.changed_share',
  title: { fa: 'سهم اجزای تغییرکرده در محل', en: 'Share of elements changed locally' },
  definition: {
    fa: 'اجزای در حال استفاده که در محل تغییر کرده‌اند، تقسیم بر همه اجزای در حال استفاده. کنارگذاشته‌ها شمرده نمی‌شوند.',
    en: 'Elements in use that were changed there, over all elements in use. Those given up are not counted.',
  },
  of: { metric: elementCount, where: { state: ['changed'] } },
  over: { metric: elementCount, where: { state: ['untouched', 'changed'] } },
});

/** The last day of the period of a measurement, from the months that it ends with. */
const LAST_ON = (period: string): string =>
  `(select p.last_on from periods p where p.key = case when substr(${period}, 6, 1) = 's' then substr(${period}, 1, 5) || substr('0' || (3 * substr(${period}, 7, 1)), -2) when length(${period}) = 4 then ${period} || '-12' else ${period} end)`;

/** Promised indicators of things that somebody measures, with the day by which their change is promised. */
const PROMISES =
  "select a.unit_id, a.starts_on, e.row_key as indicator_id, i.version, json_extract(e.base_json, '$.expectedChange') as promised," +
  ` date(a.starts_on, '+' || coalesce(json_extract(e.base_json, '$.expectedMonths'), ${MONTHS_UNLESS_SAID}) || ' months') as due_on` +
  " from adoptions a join adopted_elements e on e.adoption_id = a.id and e.kind = 'indicator' and e.state = 'landed' and e.row_key is not null" +
  " join indicators i on i.id = e.row_key and i.population = 'things' and i.frequency <> 'once' and i.retired_at_ms is null" +
  ' join indicator_versions v on v.indicator_id = i.id and v.version = i.version and v.formula is null' +
  ` where ${RUNNING} and json_extract(e.base_json, '$.expectedChange') is not null and json_extract(e.base_json, '$.expectedChange') <> 0 and json_extract(e.base_json, '$.unit') = v.unit`;

const MEASURED = (when: string): string =>
  `(select m.value from measurements m where m.indicator_id = x.indicator_id and m.version = x.version and m.unit_id = x.unit_id and m.struck_at_ms is null and m.value is not null and ${LAST_ON('m.period')} ${when} order by m.period desc limit 1)`;

/** Promised changes of indicators, by whether they came. */
export const promiseCount = defineCount({
  ...common,
  key: 'adoption.promise',
  unit: 'indicator',
  title: { fa: 'وعده‌های الگوها', en: 'Promises of templates' },
  definition: {
    fa: 'هر شاخص سنجیدنی غیر‌شخصی که الگو برای آن تغییری وعده داده، در هر محله‌ای که الگو را به کار گرفته، یک بار: رسیده، اگر تفاوت واپسین مقدار پس از سررسید وعده با واپسین مقدار پیش از آغاز به اندازه وعده یا بیشتر باشد؛ نرسیده؛ سنجیده‌نشده، اگر یکی از دو مقدار نباشد؛ زود است، اگر سررسید نرسیده باشد. این تفاوت با محله‌های همانند سنجیده نشده است و اثر الگو را نشان نمی‌دهد.',
    en: 'Each measured indicator of things for which a template promises a change, once in each neighbourhood that uses it: reached, where the last value after the promised time differs from the last one before the beginning by what was promised or more; missed; unmeasured, where one of the two is not there; early, while the time is not up. This is not held against neighbourhoods alike, and is not the effect of the template.',
  },
  from:
    `select x.unit_id, case when :today <= x.due_on then 'early' when x.before is null or x.after is null then 'unmeasured' when (x.after - x.before) * iif(x.promised > 0, 1, -1) >= abs(x.promised) then 'reached' else 'missed' end as state, 1 as amount` +
    ` from (select x.unit_id, x.due_on, x.promised, ${MEASURED('< x.starts_on')} as before, ${MEASURED('>= x.due_on')} as after from (${PROMISES}) x) x`,
  nextChange: `select x.unit_id, strftime('%s', x.due_on, '+1 day') * 1000 - ${TEHRAN_MS} as at_ms from (${PROMISES}) x where x.due_on >= :today`,
});

/** The share of promised changes that came, among those whose time is up and that were measured. */
export const promisesReached = defineRatio({
  ...shared,
  key: 'adoption.promise_reached_share',
  title: { fa: 'سهم وعده‌های رسیده', en: 'Share of promises reached' },
  definition: {
    fa: 'وعده‌هایی که رسیده‌اند، تقسیم بر وعده‌هایی که سررسیدشان گذشته و پیش و پس از آن سنجیده شده است.',
    en: 'Promised changes that came, over those whose time is up and that were measured before and after.',
  },
  of: { metric: promiseCount, where: { state: ['reached'] } },
  over: { metric: promiseCount, where: { state: ['reached', 'missed'] } },
});

/** The metrics of templates in use. */
export const metrics: readonly Metric[] = [
  adoptionCount,
  adoptionsLatest,
  elementCount,
  elementsChanged,
  promiseCount,
  promisesReached,
];

/**
 * Whose changes make a unit's figures stale. Versions and their endings name a template, measurements an indicator: the
 * triggers `templates_adoptions_dirty`, `template_endings_adoptions_dirty` and `measurements_adoptions_*` say whose they are.
 */
export const marks: readonly DirtyMark[] = [
  { table: 'adoptions', feature: 'adoptions' },
  { table: 'adoption_standings', feature: 'adoptions' },
];
