import { sql, type SQL } from 'drizzle-orm';

/** A unit as it is named beside figures. */
export type PlaceRow = {
  id: string;
  kind: string;
  nameFa: string;
  nameEn: string | null;
  countyFa: string | null;
  countyEn: string | null;
};

/** The columns of a unit `u` with its county `k`. */
export const placeColumns: SQL = sql.raw(
  'u.id, u.kind, u.name_fa as "nameFa", u.name_en as "nameEn", case when k.id <> u.id then k.name_fa end as "countyFa", case when k.id <> u.id then k.name_en end as "countyEn"',
);

/** A unit, and nothing that was read beside it. */
export const placeOf = ({ id, kind, nameFa, nameEn, countyFa, countyEn }: PlaceRow): PlaceRow => ({
  ...{ id, kind, nameFa, nameEn, countyFa, countyEn },
});

/** Baseline and goal as they were read. */
export type AimRow = { baseline: number | null; goal: number | null; goalPeriod: string | null };

/** Baseline and goal of an indicator in a unit: what was agreed for it, else what a standing target on it says. */
export const aimColumns = (indicatorId: SQL, unitId: SQL): SQL => {
  const agreed = (column: string): SQL =>
    sql`(select ${sql.raw(`ia.${column}`)} from indicator_aims ia where ia.indicator_id = ${indicatorId} and ia.unit_id = ${unitId})`;
  const target = (column: string): SQL =>
    sql`(select ${sql.raw(`tg.${column}`)} from targets tg where tg.unit_id = ${unitId} and tg.indicator_id = ${indicatorId} and tg.dropped_at_ms is null order by tg.due_on desc limit 1)`;
  return sql`coalesce(${agreed('baseline_value')}, ${target('baseline_value')}) as baseline, coalesce(${agreed('goal_value')}, ${target('goal_value')}) as goal, ${agreed('goal_period')} as "goalPeriod"`;
};

/** Baseline and goal, null where nothing was agreed. */
export const aimFrom = (row: AimRow | undefined): AimRow => ({
  baseline: row?.baseline ?? null,
  goal: row?.goal ?? null,
  goalPeriod: row?.goalPeriod ?? null,
});
