import type { CivilDate } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { sql } from 'drizzle-orm';
import { haveSql } from '../have-sql.ts';
import type { TargetItem } from '../model.ts';
import { spanOf } from '../periods.ts';
import type { DayReading } from '../forecast-rules.ts';
import { paceOf, type Course, type Milestone } from '../rules.ts';
import { targets, type TargetRow } from '../schema.ts';
import type { Series } from '../series.ts';

/** The columns of a target wherever it is shown, with what has been reached and the way there. */
export const targetFields = {
  id: targets.id,
  unitId: targets.unitId,
  unitKind: units.kind,
  unitNameFa: units.nameFa,
  unitNameEn: units.nameEn,
  titleFa: targets.titleFa,
  titleEn: targets.titleEn,
  metricKey: targets.metricKey,
  metricVersion: targets.metricVersion,
  metricDims: targets.metricDims,
  indicatorId: targets.indicatorId,
  indicatorVersion: targets.indicatorVersion,
  parentId: targets.parentId,
  baselineValue: targets.baselineValue,
  goalValue: targets.goalValue,
  fromOn: targets.fromOn,
  dueOn: targets.dueOn,
  have: haveSql,
  milestonesJson: sql<string>`(select json_group_array(json_object('onDate', tm.on_date, 'value', tm.value)) from target_milestones tm where tm.target_id = ${targets.id})`,
  reportedAtMs: targets.reportedAtMs,
  droppedAtMs: targets.droppedAtMs,
  isSample: targets.isSample,
  revision: targets.revision,
};

/** A target as it was read for showing. */
export type TargetRead = Omit<TargetRow, 'manualValue' | 'setAtMs' | 'dropReason'> & {
  unitKind: string;
  unitNameFa: string;
  unitNameEn: string | null;
  have: number | null;
  milestonesJson: string;
};

/** The cast is safe: only the kernel's date field writes the days of milestones. */
export const milestonesFrom = (json: string): Milestone[] => JSON.parse(json) as Milestone[];

/** What a stored target asks for. The casts are safe: only the kernel's date field writes these columns. */
export const courseOf = (row: Pick<TargetRow, 'baselineValue' | 'goalValue' | 'fromOn' | 'dueOn'>): Course => ({
  baseline: row.baselineValue,
  goal: row.goalValue,
  fromOn: row.fromOn as CivilDate,
  dueOn: row.dueOn as CivilDate,
});

/** Whether a target counts whole things: a metric always does, a report when it began with whole numbers, an indicator never surely. */
const isWhole = ({ metricKey, indicatorId, baselineValue, goalValue }: TargetRead): boolean =>
  metricKey !== null || (indicatorId === null && Number.isInteger(baselineValue) && Number.isInteger(goalValue));

/** What an indicator says of a target, day by day: each value on the last day of its period, or today while it lasts. */
export const readingsOf = (
  { indicatorId, indicatorVersion, unitId }: Pick<TargetRow, 'indicatorId' | 'indicatorVersion' | 'unitId'>,
  series: Series,
  today: CivilDate,
): DayReading[] =>
  (indicatorId === null ? [] : series.pointsOf(indicatorId, unitId)).flatMap(({ period, value, version }) => {
    const lastOn = spanOf(period)?.lastOn ?? today;
    return value === null || version !== indicatorVersion ? [] : [{ onDate: lastOn > today ? today : lastOn, value }];
  });

/** A target as it is shown, with its pace today. */
export const targetItem = (row: TargetRead, series: Series, today: CivilDate): TargetItem => {
  const { milestonesJson, indicatorVersion: _version, ...shown } = row;
  const have = row.indicatorId === null ? row.have : (readingsOf(row, series, today).at(-1)?.value ?? null);
  const course = { ...courseOf(row), milestones: milestonesFrom(milestonesJson) };
  return { ...shown, have, ...paceOf(course, have, today, isWhole(row)) };
};
