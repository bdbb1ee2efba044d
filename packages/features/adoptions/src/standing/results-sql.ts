import type { CivilDate } from '@mahalleh/kernel';
import type { ResultLine } from '@mahalleh/templates/letters';
import { sql, type SQL } from 'drizzle-orm';
import { MONTHS_UNLESS_SAID } from '@mahalleh/templates/lineage';
import type { Likeness } from './alike.ts';

/** Whether there is anything to add up, and on which day it was done last. */
export type StateRow = { readonly isNeeded: number; readonly doneOn: string | null; readonly epoch: number };
/** Whether there is anything to add up, and on which day it was done last. */
export const STATE = (province: string): SQL =>
  sql`select exists (select 1 from adoptions) or exists (select 1 from template_results where province = ${province}) as "isNeeded", (select value from meta where key = 'template_results_on') as "doneOn", epoch from border_state where id = 1`;

/** An indicator that a version in use promises a change of, as it is measured here. */
export type PromiseRow = {
  readonly templateId: string;
  readonly version: number;
  readonly unitId: string;
  readonly startsOn: CivilDate;
  /** The indicator here, and the key by which the template names it. */
  readonly indicatorId: string;
  readonly indicator: string;
  readonly frequency: 'month' | 'season' | 'year';
  readonly months: number;
};

const promised = (field: string): SQL => sql.raw(`json_extract(e.base_json, '$.${field}')`);

/**
 * The promised indicators of things. One that tells of people, or reads one that does, is never among them; nor is one that
 * was defined here in another unit, direction or formula: it would be another number.
 */
export const PROMISES: SQL = sql`with recursive reads(id, ref) as (
    select i.indicator_id, i.ref from indicator_inputs i join indicators x on x.id = i.indicator_id and x.version = i.version where i.kind = 'indicator'
    union select r.id, i.ref from reads r join indicators x on x.id = r.ref join indicator_inputs i on i.indicator_id = x.id and i.version = x.version and i.kind = 'indicator')
  select a.template_id as "templateId", a.version, a.unit_id as "unitId", a.starts_on as "startsOn", i.id as "indicatorId", ${promised('key')} as indicator, i.frequency, coalesce(${promised('expectedMonths')}, ${sql.raw(String(MONTHS_UNLESS_SAID))}) as months
  from adoptions a join adopted_elements e on e.adoption_id = a.id and e.kind = 'indicator' and e.state = 'landed'
  join indicators i on i.id = e.row_key join indicator_versions v on v.indicator_id = i.id and v.version = i.version
  where a.status = 'active' and i.retired_at_ms is null and i.frequency <> 'once' and ${promised('expectedChange')} is not null and ${promised('expectedChange')} <> 0
    and i.population = 'things' and ${promised('population')} = 'things' and not exists (select 1 from reads r join indicators p on p.id = r.ref where r.id = i.id and p.population <> 'things')
    and v.unit = ${promised('unit')} and v.direction = ${promised('direction')} and v.formula is json_extract(e.landed_json, '$.formula')
  order by a.template_id, a.version, i.key, a.unit_id`;

/** What was told of a version the last time. */
export type ToldRow = ResultLine & { readonly templateId: string; readonly version: number; readonly turn: number };
/** What was told of a version the last time. */
export const TOLD = (province: string): SQL =>
  sql`select template_id as "templateId", version, indicator, side, setting, size, n, iif(is_few, null, sum_before) as "sumBefore", iif(is_few, null, sum_after) as "sumAfter", iif(is_few, null, sum_squared_change) as "sumSquaredChange", turn from template_results where province = ${province}`;

/** What the sums that were told last are made of. It never leaves. */
export type PartsRow = Pick<ResultLine, 'indicator' | 'side' | 'setting' | 'size'> & {
  readonly templateId: string;
  readonly version: number;
  /** JSON: `{ [unitId]: [before, after] }`. */
  readonly partsJson: string;
};
/** What the sums that were told last are made of. */
export const TOLD_PARTS: SQL = sql`select template_id as "templateId", version, indicator, side, setting, size, parts_json as "partsJson" from template_result_parts`;

/** A neighbourhood or village as it is held against others, with every template that was ever used there. */
export type PlaceRow = {
  readonly unitId: string;
  readonly setting: Likeness['setting'];
  readonly population: number | null;
  /** JSON: ids of templates. */
  readonly used: string;
};
/** Every neighbourhood and village that stands. What lies in a city is a town's, everything else a village's. */
export const PLACES: SQL = sql`select u.id as "unitId", iif(u.kind = 'neighbourhood' and exists (select 1 from unit_closure c join units k on k.id = c.ancestor_id where c.unit_id = u.id and k.kind = 'city'), 'urban', 'rural') as setting, u.population,
  (select json_group_array(a.template_id) from adoptions a where a.unit_id = u.id) as used
  from units u where u.kind in ('neighbourhood', 'village') and u.ended_on is null order by u.id`;
