import { change, defineCommand, isMyUnit, maybe, one } from '@mahalleh/gate';
import { isRefusal, refuse, type Refusal } from '@mahalleh/kernel';
import { units } from '@mahalleh/units/schema';
import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod';
import { measurableOf, unknownDims } from '../measurable.ts';
import { inOrder } from '../milestone-rules.ts';
import { SetTarget, TargetChanged } from '../model.ts';
import { courseRefusal, pastRefusal } from '../rules.ts';
import { targetMilestones, targets } from '../schema.ts';

type Measure = {
  metricKey: string | null;
  metricVersion: number;
  metricDims: string | null;
  indicatorId: string | null;
  indicatorVersion: number | null;
};
type Indicator = { id: string; version: number; retiredAtMs: number | null };

const BY_HAND: Measure = {
  metricKey: null,
  metricVersion: 1,
  metricDims: null,
  indicatorId: null,
  indicatorVersion: null,
};

/** What measures the target: the metric in its present version unless an older one was agreed, the indicator as it is defined now, or nobody; or the refusal. */
const measureOf = (given: z.output<typeof SetTarget>, indicator: Indicator | undefined): Measure | Refusal => {
  if (given.indicatorId) {
    if (given.metricKey) return refuse('target_measured_twice', { field: 'indicatorId' });
    if (!indicator) return refuse('indicator_unknown', { field: 'indicatorId' });
    if (indicator.retiredAtMs !== null) return refuse('indicator_retired', { field: 'indicatorId' });
    return { ...BY_HAND, indicatorId: indicator.id, indicatorVersion: indicator.version };
  }
  if (!given.metricKey)
    return given.metricDims ? refuse('metric_dims_without_metric', { field: 'metricDims' }) : BY_HAND;
  const metric = measurableOf(given.metricKey);
  if (!metric || (given.metricVersion ?? metric.version) > metric.version)
    return refuse('metric_unknown', { field: 'metricKey' });
  if (given.metricDims && unknownDims(metric, given.metricDims).length > 0)
    return refuse('metric_dims_unknown', { field: 'metricDims' });
  return {
    ...BY_HAND,
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
  load: (db, { unitId, indicatorId }) => ({
    unit: one(
      db
        .select({ id: units.id, endedOn: units.endedOn })
        .from(units)
        .where(and(eq(units.id, unitId), isMyUnit(units.id))),
      'unit_unknown',
    ),
    indicator: maybe(
      db.text<Indicator>(
        sql`select x.id, x.version, x.retired_at_ms as "retiredAtMs" from indicators x where x.id = ${indicatorId ?? ''}`,
      ),
    ),
  }),
  decide: ({ unit, indicator }, input, { newId, nowMs, today }) => {
    const { baselineValue: baseline, goalValue: goal, fromOn, dueOn } = input;
    const milestones = inOrder(input.milestones ?? []);
    const measure = measureOf(input, indicator);
    const fault = [
      measure,
      unit.endedOn ? refuse('target_unit_ended', { field: 'unitId' }) : undefined,
      courseRefusal({ baseline, goal, fromOn, dueOn, milestones: input.milestones ?? [] }),
      pastRefusal(dueOn, today),
    ].find(isRefusal);
    return fault ?? { target: { id: newId(), setAtMs: nowMs, ...(measure as Measure) }, milestones };
  },
  save: (db, { target, milestones }, { unit }, { titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn }) => [
    change(
      db
        .insert(targets)
        .values({ ...target, unitId: unit.id, titleFa, titleEn, baselineValue, goalValue, fromOn, dueOn }),
    ),
    ...milestones.map(({ onDate, value }) =>
      change(db.insert(targetMilestones).values({ targetId: target.id, onDate, value })),
    ),
  ],
  reversal: ({ target }, _state, { titleFa }) => ({
    label: titleFa,
    steps: [{ table: targets, id: target.id, at: { revision: 1 }, remove: true }],
  }),
  audit: ({ target, milestones }, { unit }) => ({
    subject: target.id,
    unitId: unit.id,
    fields: [
      ...['title', 'metric', 'baselineValue', 'goalValue', 'dates'],
      ...(milestones.length > 0 ? ['milestones'] : []),
    ],
  }),
  answer: ({ target }) => ({ id: target.id, revision: 1 }),
});
