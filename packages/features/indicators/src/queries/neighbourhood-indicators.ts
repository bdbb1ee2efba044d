import { defineQuery, isMyUnit, many, one, type Answers, type ReadDb } from '@mahalleh/gate';
import { civilDateOf, type CivilDate } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { NeighbourhoodIndicators, UnitIndicators, type UnitIndicator } from '../model.ts';
import { askSeries, seriesOf } from '../series-asks.ts';
import { aimColumns, aimFrom, type AimRow } from './aim-fields.ts';
import { definitionColumns, definitionOrder, definitionTables, type DefinitionRow } from './indicator-fields.ts';

/** So many indicators are looked at, so many shown, each with so many points at most. */
const LOOKED_AT = 24;
const SHOWN = 8;
const POINTS = 24;

/** The indicators that may have something to say of a unit: those aimed at there first, then those measured there, then those computed. */
const candidates = (unitId: string, columns: SQL): SQL =>
  sql`select ${columns} from ${definitionTables} where x.retired_at_ms is null and x.frequency <> 'once'
    and (v.formula is not null or exists (select 1 from measurements m where m.unit_id = ${unitId} and m.indicator_id = x.id and m.version = x.version and m.struck_at_ms is null)
      or exists (select 1 from indicator_aims ia where ia.unit_id = ${unitId} and ia.indicator_id = x.id))
    order by not exists (select 1 from indicator_aims ia where ia.unit_id = ${unitId} and ia.indicator_id = x.id and ia.goal_value is not null), v.formula is not null, ${definitionOrder} limit ${LOOKED_AT}`;

/** What is asked for the indicators of a unit's page. Bounded: two dozen indicators of one unit, however many there are. */
export const askUnitIndicators = (db: ReadDb<'province'>, unitId: string) => ({
  unitIndicators: many(
    db.text<DefinitionRow & AimRow>(
      candidates(unitId, sql`${definitionColumns}, ${aimColumns(sql`x.id`, sql`${unitId}`)}`),
    ),
  ),
  ...askSeries(db, {
    indicators: sql`select id from (${candidates(unitId, sql`x.id as id`)})`,
    units: sql`select ${unitId} as id`,
  }),
});

/** The indicators of a unit that have a value, the first eight of them, since the beginning. */
export const unitIndicatorsFrom = (
  got: Answers<ReturnType<typeof askUnitIndicators>>,
  unitId: string,
  today: CivilDate,
  shown = SHOWN,
): z.output<typeof UnitIndicators> => {
  const series = seriesOf(got, today);
  const rows = got.unitIndicators.flatMap((row): UnitIndicator[] => {
    const points = series.pointsOf(row.id, unitId).slice(-POINTS);
    if (points.length === 0) return [];
    const { id, aim, titleFa, titleEn, ofFa, ofEn, unit, direction } = row;
    return [{ ...{ id, aim, titleFa, titleEn, ofFa, ofEn, unit, direction }, ...aimFrom(row), points: [...points] }];
  });
  return { rows: rows.slice(0, shown), total: rows.length };
};

/** The indicators of a neighbourhood's page. */
export const readUnitIndicators = defineQuery({
  name: 'unit_indicators',
  permission: 'indicator.read',
  input: NeighbourhoodIndicators,
  output: UnitIndicators,
  ask: (db, { unitId }) => ({
    place: one(
      db.text<{ id: string }>(sql`select u.id from units u where u.id = ${unitId} and ${isMyUnit(sql`u.id`)}`),
      'unit_unknown',
    ),
    ...askUnitIndicators(db, unitId),
  }),
  shape: (got, { unitId, all }, { nowMs }) =>
    unitIndicatorsFrom(got, unitId, civilDateOf(nowMs), all ? LOOKED_AT : SHOWN),
});
