import type { CivilDate } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { haveSql } from '../have-sql.ts';
import type { TargetItem } from '../model.ts';
import { paceOf } from '../rules.ts';
import { targets, type TargetRow } from '../schema.ts';

/** The columns of a target wherever it is shown, with what has been reached. */
export const targetFields = {
  id: targets.id,
  unitId: targets.unitId,
  unitNameFa: units.nameFa,
  unitNameEn: units.nameEn,
  titleFa: targets.titleFa,
  titleEn: targets.titleEn,
  metricKey: targets.metricKey,
  metricVersion: targets.metricVersion,
  metricDims: targets.metricDims,
  baselineValue: targets.baselineValue,
  goalValue: targets.goalValue,
  fromOn: targets.fromOn,
  dueOn: targets.dueOn,
  have: haveSql,
  reportedAtMs: targets.reportedAtMs,
  droppedAtMs: targets.droppedAtMs,
  isSample: targets.isSample,
  revision: targets.revision,
};

type Shown = Omit<TargetRow, 'manualValue' | 'setAtMs' | 'dropReason'> & {
  unitNameFa: string;
  unitNameEn: string | null;
  have: number | null;
};

/** Whether a target counts whole things: a metric always does, a report when it began with whole numbers. */
const isWhole = ({ metricKey, baselineValue, goalValue }: Shown): boolean =>
  metricKey !== null || (Number.isInteger(baselineValue) && Number.isInteger(goalValue));

/** A target as it is shown, with its pace today. The stored dates are civil: only the kernel's date field writes them. */
export const targetItem = (row: Shown, today: CivilDate): TargetItem => {
  const course = {
    baseline: row.baselineValue,
    goal: row.goalValue,
    fromOn: row.fromOn as CivilDate,
    dueOn: row.dueOn as CivilDate,
  };
  return { ...row, ...paceOf(course, row.have, today, isWhole(row)) };
};
