import { isMyUnit, many, type Answers, type ReadDb } from '@mahalleh/gate';
import type { CivilDate } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { asc, eq, sql, type SQL } from 'drizzle-orm';
import type { TargetItem } from '../model.ts';
import { targets } from '../schema.ts';
import { askSeries, seriesOf } from '../series-asks.ts';
import { targetFields, targetItem } from './target-fields.ts';

/** A part stands under its whole, where the reader sees the whole; who sees the part alone sees it as a target. */
export const isNotPartOfMine = sql`not exists (select 1 from targets whole where whole.id = ${targets.parentId} and ${isMyUnit(sql`whole.unit_id`)})`;

/** The province's own targets stand before those of counties, and these before the many of neighbourhoods. */
const level = sql`case ${units.kind} when 'province' then 0 when 'county' then 1 else 2 end`;

/** What is asked of some targets: the rows, those of larger units and due first before others, and the series that measure them. */
export const askTargets = (db: ReadDb<'province'>, chosen: SQL | undefined, size: number, offset = 0) => ({
  targets: many(
    db
      .select(targetFields)
      .from(targets)
      .innerJoin(units, eq(units.id, targets.unitId))
      .where(chosen)
      .orderBy(level, asc(targets.dueOn), asc(targets.id))
      .limit(size)
      .offset(offset),
  ),
  ...askSeries(db, {
    indicators: sql`select targets.indicator_id as id from targets where targets.indicator_id is not null and (${chosen ?? sql`true`})`,
    units: sql`select targets.unit_id as id from targets where targets.indicator_id is not null and (${chosen ?? sql`true`})`,
  }),
});

/** The targets that `askTargets` brought, each with its pace today. */
export const targetsFrom = (got: Answers<ReturnType<typeof askTargets>>, today: CivilDate): TargetItem[] => {
  const series = seriesOf(got, today);
  return got.targets.map((row) => targetItem(row, series, today));
};
