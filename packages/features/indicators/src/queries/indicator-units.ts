import { defineQuery, inMyUnits, isMyUnit, many, one, type ReadDb } from '@mahalleh/gate';
import { civilDateOf } from '@mahalleh/kernel';
import { sql, type SQL } from 'drizzle-orm';
import type * as z from 'zod';
import { IndicatorUnits, ListIndicatorUnits } from '../model.ts';
import { frequencyOf, isPeriod, periodAt, stepPeriod, type Period } from '../periods.ts';
import { askSeries, seriesOf } from '../series-asks.ts';
import type { SeriesPoint } from '../series.ts';
import { aimColumns, aimFrom, placeColumns, placeOf, type AimRow, type PlaceRow } from './aim-fields.ts';
import { definitionColumns, definitionTables, lastPeriodSql, type DefinitionRow } from './indicator-fields.ts';

type Said = z.output<typeof ListIndicatorUnits>;
type Head = DefinitionRow & { lastPeriod: string | null };

const SIZE = 25;
/** As many earlier periods are offered, and as many points a course in a table has. */
const PERIODS = 24;
const COURSE = 12;

/** The neighbourhoods and villages of the actor, below a unit where one is given. */
const places = ({ underId }: Said): SQL =>
  underId === undefined
    ? sql`u.kind in ('neighbourhood', 'village') and u.ended_on is null and ${inMyUnits(sql`u.id`)}`
    : sql`u.kind in ('neighbourhood', 'village') and u.ended_on is null and u.id in (select c.unit_id from unit_closure c where c.ancestor_id = ${underId}) and ${isMyUnit(sql`u.id`)}`;

/** The standing measurement of a unit `u` in the period asked for: the one given, else the last measured. */
const standing = ({ indicatorId, period }: Said): SQL =>
  sql`measurements m on m.indicator_id = ${indicatorId} and m.unit_id = u.id and m.struck_at_ms is null and m.period = ${
    period === undefined ? sql`(select ${lastPeriodSql} from indicators x where x.id = ${indicatorId})` : sql`${period}`
  }`;

const ORDERS: Readonly<Record<'name' | 'value' | '-value', SQL>> = {
  name: sql`u.name_folded, u.id`,
  value: sql`m.value is null, m.value, u.name_folded, u.id`,
  '-value': sql`m.value is null, m.value desc, u.name_folded, u.id`,
};

const chosen = (said: Said): SQL =>
  sql`from units u left join ${standing(said)} where ${places(said)} and ${said.missing ? sql`m.id is null` : sql`true`}`;

const pageOf = (said: Said, columns: SQL): SQL => {
  const { sort = 'name', page = 1, size = SIZE } = said;
  return sql`select ${columns} ${chosen(said)} order by ${ORDERS[sort]} limit ${size} offset ${(page - 1) * size}`;
};

const askPage = (db: ReadDb<'province'>, said: Said) => ({
  head: one(
    db.text<Head>(
      sql`select ${definitionColumns}, ${lastPeriodSql} as "lastPeriod" from ${definitionTables} where x.id = ${said.indicatorId}`,
    ),
    'indicator_unknown',
  ),
  rows: many(
    db.text<PlaceRow & AimRow>(
      sql`select ${placeColumns}, ${aimColumns(sql`${said.indicatorId}`, sql`u.id`)} from (${pageOf(said, sql`u.id as id, row_number() over (order by ${ORDERS[said.sort ?? 'name']}) as turn`)}) w join units u on u.id = w.id left join units k on k.id = u.county_id order by w.turn`,
    ),
  ),
  counts: one(
    db.text<{ total: number; measured: number }>(
      sql`select (select count(*) ${chosen(said)}) as total, (select count(m.id) from units u left join ${standing(said)} where ${places(said)}) as measured`,
    ),
  ),
  ...askSeries(db, {
    indicators: sql`select ${said.indicatorId} as id`,
    units: sql`select id from (${pageOf(said, sql`u.id as id`)})`,
  }),
});

/** The period that is shown: the one asked for when the indicator has such, else the last measured or computed, else the one that runs. */
const shownPeriod = (
  { frequency, lastPeriod }: Head,
  said: Period | undefined,
  computed: readonly SeriesPoint[],
  running: Period,
): Period => {
  if (said !== undefined && isPeriod(frequency, said)) return said;
  const last = computed.flatMap(({ period, value }) => (value === null ? [] : [period])).toSorted();
  return lastPeriod ?? last.at(-1) ?? running;
};

const periodsBack = (running: Period): Period[] =>
  frequencyOf(running) === 'once' ? [running] : Array.from({ length: PERIODS }, (_, i) => stepPeriod(running, -i));

/** The neighbourhoods and villages of an indicator in one period: value, the one before, baseline and goal, and the course so far. */
export const listIndicatorUnits = defineQuery({
  name: 'indicator_units',
  permission: 'indicator.read',
  input: ListIndicatorUnits,
  output: IndicatorUnits,
  ask: askPage,
  shape: (got, said, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const series = seriesOf(got, today);
    const running = periodAt(got.head.frequency, today);
    const { page = 1, size = SIZE } = said;
    const id = got.head.id;
    const courses = new Map(got.rows.map((row) => [row.id, series.pointsOf(id, row.id)]));
    const period = shownPeriod(got.head, said.period, [...courses.values()].flat(), running);
    return {
      period,
      periods: periodsBack(running),
      rows: got.rows.map((row) => {
        const points = courses.get(row.id) ?? [];
        return {
          unit: placeOf(row),
          point: series.pointAt(id, row.id, period),
          before: points.findLast((point) => point.period < period && point.state === 'value') ?? null,
          aim: aimFrom(row),
          course: points
            .filter((point) => point.period <= period)
            .slice(-COURSE)
            .map((point) => ({ period: point.period, value: point.value })),
        };
      }),
      measured: got.counts.measured,
      total: got.counts.total,
      page,
      size,
    };
  },
});
