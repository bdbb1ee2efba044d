import { definePeopleCount } from '@mahalleh/metric';
import { SKILL_KEYS, VOLUNTEER_SKILLS } from './statuses.ts';

const DOMAIN_OF_SKILL = SKILL_KEYS.flatMap((skill) => {
  const { domain } = VOLUNTEER_SKILLS[skill];
  return domain === null ? [] : [`when '${skill}' then '${domain}'`];
}).join(' ');

/** Each volunteer once: in the domain of the first of their skills that serves one. */
const FIRST_DOMAIN = `select v.unit_id, (select case s.value ${DOMAIN_OF_SKILL} end as d from json_each(v.skills_json) s where d is not null order by s.key limit 1) as domain from volunteers v where v.withdrawn_at_ms is null and v.unit_id in (:units)`;

/** People who offer their help with a consent in force. */
export const volunteersInForce = definePeopleCount({
  key: 'people.volunteers',
  owner: { key: 'capacity', title: { fa: 'بانک ظرفیت‌ها', en: 'Bank of capacities' } },
  version: 1,
  feature: 'volunteers',
  title: { fa: 'داوطلبان با رضایت معتبر', en: 'Volunteers with consent in force' },
  definition: {
    fa: 'داوطلبانی که رضایتشان ثبت است و آن را پس نگرفته‌اند؛ هرکس یک بار، در حوزه نخستین مهارتش که به حوزه‌ای می‌خورد. کسانی که هیچ مهارتشان حوزه‌ای ندارد شمرده نمی‌شوند.',
    en: 'Volunteers whose consent is on record and not withdrawn; each once, in the domain of the first of their skills that serves one. Those none of whose skills has a domain are not counted.',
  },
  source: {
    fa: 'برنامه اقدام وزارت کشور، مهر ۱۴۰۴: بانک ظرفیت‌ها (گام دو)',
    en: 'Action plan of the Interior Ministry, Mehr 1404: the capacity bank (step 2)',
  },
  from: `select unit_id, domain, count(*) as amount from (${FIRST_DOMAIN}) where domain is not null group by 1, 2`,
});

/** Every figure of people that volunteers give: they leave only when a month is closed. */
export const peopleMetrics = [volunteersInForce] as const;
