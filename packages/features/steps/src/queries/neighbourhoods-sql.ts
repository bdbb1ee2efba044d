import { persianOrderSql, withValues } from '@mahalleh/councils';
import { nameHolds } from '@mahalleh/units';
import { sql, type SQL } from 'drizzle-orm';
import type { Sort } from '../model.ts';
import { stepsSql, type CountsRow } from '../rules-sql.ts';

/** What can be asked of the list. */
export type Filter = {
  readonly countyId?: string | undefined;
  readonly step?: number | undefined;
  readonly lack?: string | undefined;
  readonly councilState?: string | undefined;
  /** A part of the name, as it was typed. */
  readonly q?: string | undefined;
  readonly sort?: Sort | undefined;
};

/** One row of `listSql`. */
export type ListRow = CountsRow & {
  id: string;
  kind: string;
  name_fa: string;
  name_en: string | null;
  is_model: number;
  is_sample: number;
  county_id: string | null;
  county_fa: string | null;
  county_en: string | null;
  population: number | null;
  open_problems: number;
  running_operations: number;
  manager_id: string | null;
  manager_name: string | null;
};

const NAME = persianOrderSql('n.name_fa');
const ORDERS: Readonly<Record<Sort, string>> = {
  name: NAME,
  '-name': `${NAME} desc`,
  step: `t.step, ${NAME}`,
  '-step': `t.step desc, ${NAME}`,
  population: `n.population, ${NAME}`,
  '-population': `n.population desc, ${NAME}`,
};

const COUNCIL_STATE = "case when t.step1 then 'formed' when t.has_council then 'not_formed' else 'absent' end";

const needsSteps = ({ step, lack, councilState, sort }: Filter): boolean =>
  step !== undefined || lack !== undefined || councilState !== undefined || sort === 'step' || sort === '-step';

/** The living neighbourhoods of the actor that the filter finds, as the common table `found` and, where asked for, their steps as `t`. */
const foundSql = (filter: Filter, today: string): SQL => {
  const where = [
    sql`n.kind in ('neighbourhood', 'village') and (n.ended_on is null or n.ended_on > ${today}) and n.id in (select unit_id from my_units)`,
    ...(filter.countyId ? [sql`n.county_id = ${filter.countyId}`] : []),
    ...(filter.q ? [nameHolds(sql`n.name_folded`, filter.q)] : []),
  ];
  const byStep = [
    sql`1`,
    ...(filter.step === undefined ? [] : [sql`t.step = ${filter.step}`]),
    ...(filter.lack ? [sql`t.lack = ${filter.lack}`] : []),
    ...(filter.councilState ? [sql`${sql.raw(COUNCIL_STATE)} = ${filter.councilState}`] : []),
  ];
  const steps = sql`join (${withValues(stepsSql('select c.id from cand c', 'bounded'), { today })}) t on t.unit_id = n.id`;
  return sql`with cand as materialized (select n.id from units n where ${sql.join(where, sql` and `)}),
    found as materialized (select n.id, row_number() over (order by ${sql.raw(ORDERS[filter.sort ?? 'name'])}, n.id) as place
      from cand c join units n on n.id = c.id ${needsSteps(filter) ? steps : sql``} where ${sql.join(byStep, sql` and `)})`;
};

/** A page of neighbourhoods with their steps, counted exactly for the page alone. */
export const listSql = (filter: Filter, today: string, size: number, offset: number): SQL =>
  sql`${foundSql(filter, today)}, page as materialized (select f.id, f.place from found f order by f.place limit ${size} offset ${offset})
    select n.id, n.kind, n.name_fa, n.name_en, n.is_model, n.is_sample, n.population, cu.id as county_id, cu.name_fa as county_fa, cu.name_en as county_en,
      t.*, m.id as manager_id, m.full_name as manager_name,
      (select coalesce(sum(t.n), 0) from problem_tallies t where t.unit_id = n.id and t.standing in ('registered', 'triaged', 'started')) as open_problems,
      (select count(*) from operations o where o.unit_id = n.id and o.status = 'running') as running_operations
    from page g join units n on n.id = g.id join (${withValues(stepsSql('select g.id from page g'), { today })}) t on t.unit_id = n.id
      left join units cu on cu.id = n.county_id left join people m on m.id = n.manager_person_id
    order by g.place`;

/** How many neighbourhoods the same filter finds. */
export const totalSql = (filter: Filter, today: string): SQL =>
  sql`${foundSql(filter, today)} select count(*) as n from found`;
