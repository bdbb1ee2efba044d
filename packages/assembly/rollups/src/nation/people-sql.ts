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

/** Which metric, of which month (without one the newest of which anything was told), as it was told by which instant. */
export type AskedLeaves = {
  readonly metric: PeopleMetric;
  readonly period: string | undefined;
  readonly moment: number;
};

const monthOf = ({ metric, period, moment }: AskedLeaves): SQL =>
  period === undefined
    ? sql`(select max(period) from national_people_reports where metric = ${storedKey(metric)} and received_at_ms <= ${moment})`
    : sql`${period}`;

/** The months of which anything was told, newest first. */
export const peoplePeriods = ({ metric, moment }: AskedLeaves): SQL =>
  sql`select period from national_people_reports where metric = ${storedKey(metric)} and received_at_ms <= ${moment} group by period order by period desc limit 36`;

/** The newest version of a row's province that had come by then. */
const newest = (row: SQL, { moment }: AskedLeaves): SQL =>
  sql`(select max(n.version) from national_people_reports n where n.metric = ${row}.metric and n.period = ${row}.period and n.province = ${row}.province and n.received_at_ms <= ${moment})`;

/** The newest version of each province. */
export const peopleReports = (asked: AskedLeaves): SQL =>
  sql`select r.province, r.version, not exists (select 1 from national_people_reports e where e.metric = r.metric and e.period = r.period and e.province = r.province and e.version < r.version) as "isFirst", r.closed_at_ms as "closedAtMs", r.as_of_ms as "asOfMs", r.counties_json as "countiesJson", r.letter_number as "letterNumber" from national_people_reports r where r.metric = ${storedKey(asked.metric)} and r.period = ${monthOf(asked)} and r.version = ${newest(sql`r`, asked)}`;

/** The leaves of the newest versions, added up by place and domain: by province, or by county within one. */
export const peopleLeafSums = (asked: AskedLeaves, province: string | undefined): SQL => {
  const sums = sql.join(
    partKeys(asked.metric).map((_, i) => sql`coalesce(sum(json_extract(l.values_json, ${`$[${i}]`})), 0)`),
    sql`, `,
  );
  const place = province === undefined ? sql`l.province` : sql`l.county`;
  return sql`select ${place} as place, l.domain, sum(l.values_json is null) as hidden, json_array(${sums}) as "sumsJson" from national_people_leaves l where l.metric = ${storedKey(asked.metric)} and l.period = ${monthOf(asked)} ${province === undefined ? sql`` : sql`and l.province = ${province}`} and l.version = ${newest(sql`l`, asked)} group by 1, 2`;
};
