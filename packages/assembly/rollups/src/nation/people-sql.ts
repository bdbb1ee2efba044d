import type { PeopleMetric } from '@mahalleh/metric';
import { partKeys, storedKey } from '@mahalleh/metric';
import { sql, type SQL } from 'drizzle-orm';

/** What a province has told of a metric and a month: its newest version. */
export type ReportRow = {
  readonly province: string;
  readonly version: number;
  readonly isFirst: number;
  readonly closedAtMs: number;
  readonly asOfMs: number;
  readonly countiesJson: string;
  readonly letterNumber: number;
};
/** The leaves of a place and a domain added up: how many are hidden, and the sums of those told as JSON, part by part. */
export type LeafRow = {
  readonly place: string;
  readonly domain: string;
  readonly hidden: number;
  readonly sumsJson: string;
};

/** The month that is asked for; without one the newest of which anything was told. */
const monthOf = (metric: PeopleMetric, period: string | undefined): SQL =>
  period === undefined
    ? sql`(select max(period) from national_people_reports where metric = ${storedKey(metric)})`
    : sql`${period}`;

/** The months of which anything was told, newest first. */
export const peoplePeriods = (metric: PeopleMetric): SQL =>
  sql`select period from national_people_reports where metric = ${storedKey(metric)} group by period order by period desc limit 36`;

/** The newest version of each province. */
export const peopleReports = (metric: PeopleMetric, period: string | undefined): SQL =>
  sql`select r.province, r.version, not exists (select 1 from national_people_reports e where e.metric = r.metric and e.period = r.period and e.province = r.province and e.version < r.version) as "isFirst", r.closed_at_ms as "closedAtMs", r.as_of_ms as "asOfMs", r.counties_json as "countiesJson", r.letter_number as "letterNumber" from national_people_reports r where r.metric = ${storedKey(metric)} and r.period = ${monthOf(metric, period)} and r.version = (select max(n.version) from national_people_reports n where n.metric = r.metric and n.period = r.period and n.province = r.province)`;

/** The leaves of the newest versions, added up by place and domain: by province, or by county within one. */
export const peopleLeafSums = (metric: PeopleMetric, period: string | undefined, province: string | undefined): SQL => {
  const sums = sql.join(
    partKeys(metric).map((_, i) => sql`coalesce(sum(json_extract(l.values_json, ${`$[${i}]`})), 0)`),
    sql`, `,
  );
  const place = province === undefined ? sql`l.province` : sql`l.county`;
  return sql`select ${place} as place, l.domain, sum(l.values_json is null) as hidden, json_array(${sums}) as "sumsJson" from national_people_leaves l where l.metric = ${storedKey(metric)} and l.period = ${monthOf(metric, period)} ${province === undefined ? sql`` : sql`and l.province = ${province}`} and l.version = (select max(n.version) from national_people_reports n where n.metric = l.metric and n.period = l.period and n.province = l.province) group by 1, 2`;
};
