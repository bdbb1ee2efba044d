import { partMilestones } from '@mahalleh/indicators/cascade';
import { measurableOf } from '@mahalleh/indicators/measurable';
import { newId } from '@mahalleh/kernel';
import type { Author } from './author.ts';

/** A target of the sample. */
export type TargetPlan = {
  readonly titleFa: string;
  readonly titleEn: string;
  /** The province's own unless said. */
  readonly unitId?: string;
  readonly metricKey?: string;
  readonly metricDims?: string | null;
  readonly indicatorId?: string;
  readonly baseline: number;
  readonly goal: number;
  /** Days from today, and what is to be reached by then. */
  readonly milestones?: readonly (readonly [day: number, value: number])[];
  /** What has been reached by now: readings lead there week by week. */
  readonly have?: number;
  /** The parts of units below. */
  readonly parts?: readonly { readonly unitId: string; readonly baseline: number; readonly goal: number }[];
};

const SINCE = -200;
const DUE = 118;
const WEEK = 7;

/** Writes a target, its milestones, what was recorded of it, and its parts. Shape: its id. */
export const writeTarget = (author: Author, plan: TargetPlan): string => {
  const { sheet, calendar, province, draw } = author;
  const target = (unitId: string, baseline: number, goal: number, parentId: string | null): string => {
    const id = newId();
    sheet.targets.push({
      id,
      unitId,
      parentId,
      titleFa: plan.titleFa,
      titleEn: plan.titleEn,
      metricKey: plan.metricKey ?? null,
      metricVersion: measurableOf(plan.metricKey ?? '')?.version ?? 1,
      metricDims: plan.metricDims ?? null,
      indicatorId: plan.indicatorId ?? null,
      indicatorVersion: plan.indicatorId === undefined ? null : 1,
      baselineValue: baseline,
      goalValue: goal,
      fromOn: calendar.day(SINCE),
      dueOn: calendar.day(DUE),
      setAtMs: calendar.at(SINCE),
      isSample: true,
    });
    return id;
  };
  const id = target(plan.unitId ?? province.id, plan.baseline, plan.goal, null);
  for (const [day, value] of plan.milestones ?? [])
    sheet.targetMilestones.push({ targetId: id, onDate: calendar.day(day), value });
  const { have, baseline } = plan;
  if (have !== undefined) {
    let reached = baseline;
    for (let day = SINCE; day < 0; day += WEEK) {
      // Some weeks nothing happens, some more than usual; it never goes back.
      const due = baseline + ((have - baseline) * (day - SINCE)) / -SINCE;
      reached = Math.min(have, Math.max(reached, Math.round(due + draw.whole(-3, 2))));
      sheet.targetReadings.push({ targetId: id, onDate: calendar.day(day), value: reached });
    }
  }
  const parts = plan.parts ?? [];
  const steps = partMilestones(
    { baselineValue: baseline, goalValue: plan.goal },
    (plan.milestones ?? []).map(([, value]) => value),
    parts.map((part) => ({ baselineValue: part.baseline, goalValue: part.goal })),
  );
  for (const [i, part] of parts.entries()) {
    const partId = target(part.unitId, part.baseline, part.goal, id);
    for (const [at, [day, value]] of (plan.milestones ?? []).entries())
      sheet.targetMilestones.push({
        targetId: partId,
        onDate: calendar.day(day),
        value: steps[i]?.[at] ?? value,
      });
  }
  return id;
};
