import { change, defineCommand, isMyUnit, one } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq } from 'drizzle-orm';
import { measurableOf, unknownDims } from '../measurable.ts';
import { SetTarget, TargetChanged } from '../model.ts';
import { courseRefusal } from '../rules.ts';
import { targets } from '../schema.ts';

type Measure = { metricKey: string | null; metricVersion: number; metricDims: string | null };

/** The metric that a target names, in its present version unless an older one was agreed, or the refusal. */
const measureOf = (given: {
  metricKey?: string | undefined;
  metricVersion?: number | undefined;
  metricDims?: string | undefined;
}): Measure | Refusal => {
  if (!given.metricKey) {
    if (given.metricDims) return refuse('metric_dims_without_metric', { field: 'metricDims' });
    return { metricKey: null, metricVersion: 1, metricDims: null };
  }
  const metric = measurableOf(given.metricKey);
  if (!metric || (given.metricVersion ?? metric.version) > metric.version)
    return refuse('metric_unknown', { field: 'metricKey' });
  if (given.metricDims && unknownDims(metric, given.metricDims).length > 0)
    return refuse('metric_dims_unknown', { field: 'metricDims' });
  return {
    metricKey: metric.key,
    metricVersion: given.metricVersion ?? metric.version,
    metricDims: given.metricDims ?? null,
  };
};

/** Sets a number to be reached by a day in a unit and everything below it. */
export const setTarget = defineCommand({
  name: 'target.set',
  permission: 'target.set',
  input: SetTarget,
  output: TargetChanged,
  load: (db, { unitId }) => ({
    unit: one(
      db
        .select({ id: units.id, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
  }),
  decide: ({ unit }, input, { newId, nowMs }) => {
    const measure = measureOf(input);
    const fault = [
      measure,
      unit.endedOn ? refuse('target_unit_ended', { field: 'unitId' }) : undefined,
      courseRefusal({ baseline: input.baselineValue, goal: input.goalValue, fromOn: input.fromOn, dueOn: input.dueOn }),
    ].find(isRefusal);
    return fault ?? { id: newId(), setAtMs: nowMs, ...(measure as Measure) };
  },
  save: (db, decided, { unit }, { titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn }) => [
    change(
      db
        .insert(targets)
        .values({ ...decided, unitId: unit.id, titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn }),
    ),
  ],
  audit: ({ id }, { unit }) => ({
    subject: id,
    unitId: unit.id,
    fields: ['title', 'metric', 'baselineValue', 'goalValue', 'dates'],
  }),
  answer: ({ id }) => ({ id, revision: 1 }),
});
