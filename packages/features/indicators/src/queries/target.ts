import { defineQuery, isMyUnit, isTouched, many, maybe, one } from '@mahalleh/gate';
import { civilDateOf, type CivilDate } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { forecastOf, type DayReading } from '../forecast-rules.ts';
import { ReadTarget, TargetDetail } from '../model.ts';
import { targets } from '../schema.ts';
import { seriesOf } from '../series-asks.ts';
import { askTargets, targetsFrom } from './target-asks.ts';
import { milestonesFrom, readingsOf, targetFields, targetItem } from './target-fields.ts';

type HistoryRow = { atMs: number; action: string; actorId: string; actorName: string | null; fieldsJson: string };
type Named = { id: string; titleFa: string; titleEn: string | null };

/** As many parts as a target has at most. */
const MOST_PARTS = 1000;

/** What was recorded, oldest first; what is measured stands today where it is counted now. The cast is safe: civil dates alone are written. */
const recordedOf = (
  readings: readonly { onDate: string; value: number }[],
  { have, metricKey }: { have: number | null; metricKey: string | null },
  today: CivilDate,
): DayReading[] => {
  const kept = readings.filter(({ onDate }) => metricKey === null || onDate < today).toReversed() as DayReading[];
  return metricKey === null || have === null ? kept : [...kept, { onDate: today, value: have }];
};

/** One target with its plan, what was recorded of it, where that leads, its parts and its history. */
export const readTarget = defineQuery({
  name: 'target',
  permission: 'target.read',
  input: ReadTarget,
  output: TargetDetail,
  ask: (db, { targetId }) => ({
    target: one(
      db
        .select({
          ...targetFields,
          dropReason: targets.dropReason,
          setAtMs: targets.setAtMs,
          indicatorAddsUp: sql<number | null>`(select x.adds_up from indicators x where x.id = ${targets.indicatorId})`,
          hasBelow: sql<number>`(${units.kind} in ('province', 'county'))`,
        })
        .from(targets)
        .innerJoin(units, eq(units.id, targets.unitId))
        .where(and(eq(targets.id, targetId), isMyUnit(targets.unitId))),
      'target_unknown',
    ),
    readings: many(
      db.text<{ onDate: string; value: number }>(
        sql`select r.on_date as "onDate", r.value from target_readings r where r.target_id = ${targetId} order by r.on_date desc limit 800`,
      ),
    ),
    indicator: maybe(
      db.text<Named & { key: string }>(
        sql`select x.id, x.key, x.title_fa as "titleFa", x.title_en as "titleEn" from indicators x where x.id = (select t.indicator_id from targets t where t.id = ${targetId})`,
      ),
    ),
    parent: maybe(
      db.text<Named>(
        sql`select p.id, p.title_fa as "titleFa", p.title_en as "titleEn" from targets p where p.id = (select t.parent_id from targets t where t.id = ${targetId}) and ${isMyUnit(sql`p.unit_id`)}`,
      ),
    ),
    // The parts and the target itself: one series serves both.
    ...askTargets(
      db,
      or(eq(targets.id, targetId), and(eq(targets.parentId, targetId), isNull(targets.droppedAtMs))),
      MOST_PARTS + 1,
    ),
    history: many(
      db.text<HistoryRow>(
        sql`select a.at_ms as "atMs", a.action, a.actor_id as "actorId", p.full_name as "actorName", a.fields_json as "fieldsJson" from audit_log a left join people p on p.id = a.actor_id where ${isTouched(sql`select ${targetId}`)} order by a.seq desc limit 200`,
      ),
    ),
  }),
  shape: (got, _input, { nowMs }) => {
    const today = civilDateOf(nowMs);
    const { dropReason, setAtMs, indicatorAddsUp, hasBelow, ...row } = got.target;
    const series = seriesOf(got, today);
    const item = targetItem(row, series, today);
    const recorded = row.indicatorId === null ? recordedOf(got.readings, item, today) : readingsOf(row, series, today);
    const parts = targetsFrom(got, today).filter(({ id }) => id !== item.id);
    const goes = { goal: item.goalValue, baseline: item.baselineValue, dueOn: item.dueOn as CivilDate };
    return {
      ...item,
      milestones: milestonesFrom(row.milestonesJson),
      readings: recorded,
      forecast: forecastOf(goes, recorded, today),
      indicator: got.indicator ?? null,
      parent: got.parent ?? null,
      parts,
      maySplit:
        parts.length === 0 &&
        item.droppedAtMs === null &&
        hasBelow === 1 &&
        (row.indicatorId === null || indicatorAddsUp === 1),
      dropReason,
      setAtMs,
      history: got.history.map(({ fieldsJson, ...entry }) => ({
        ...entry,
        fields: JSON.parse(fieldsJson) as string[],
      })),
    };
  },
});
