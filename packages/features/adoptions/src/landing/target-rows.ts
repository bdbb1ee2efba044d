import { measurableOf, unknownDims } from '@mahalleh/indicators/measurable';
import { courseRefusal, pastRefusal } from '@mahalleh/indicators/rules';
import type { FieldFault } from '@mahalleh/kernel';
import type { TemplateElement } from '@mahalleh/templates/document';
import { faultOf, numberOf, wordsOf, type LandingContext } from './landing-model.ts';
import { keyOf, type LandingRows, type MakeRows } from './landing-rows.ts';
import { rowKeysOf } from './settle.ts';

/** What measures a target here: an indicator, a metric of the product that is known here, or whoever reports it. */
const measureOf = (element: TemplateElement, { ground, settled }: LandingContext) => {
  const [indicatorId] = rowKeysOf(element, 'indicatorRef', settled);
  if (indicatorId !== undefined) {
    const version = ground.indicators.find(({ id }) => id === indicatorId)?.version ?? 1;
    return { metricKey: null, metricVersion: 1, metricDims: null, indicatorId, indicatorVersion: version };
  }
  const metricKey = wordsOf(element, 'metricKey');
  const none = { metricKey: null, metricVersion: 1, metricDims: null, indicatorId: null, indicatorVersion: null };
  if (metricKey === null) return none;
  const metric = measurableOf(metricKey);
  const metricDims = wordsOf(element, 'metricDims');
  if (!metric || (metricDims !== null && unknownDims(metric, metricDims).length > 0)) return undefined;
  return { ...none, metricKey, metricVersion: metric.version, metricDims };
};

/** Targets as they are set, with the days of the plan. */
export const targetRows: MakeRows = (fresh, context) => {
  const { ground, days, may, today, nowMs } = context;
  const rows: LandingRows['targets'] = [];
  const faults: FieldFault[] = [];
  for (const one of fresh) {
    const { element } = one;
    const own = days.get(element.id);
    const measure = measureOf(element, context);
    const [baseline, goal] = [numberOf(element, 'baseline') ?? 0, numberOf(element, 'goal') ?? 0];
    const why =
      own &&
      (courseRefusal({ baseline, goal, fromOn: own.startsOn, dueOn: own.endsOn, milestones: [] }) ??
        pastRefusal(own.endsOn, today));
    if (!may('target') || !measure || !own || why) {
      const reason = !may('target') ? 'adoption_not_permitted' : !measure ? 'metric_unknown' : why?.refused;
      faults.push(faultOf(element, reason ?? 'template_circle', why?.detail as Record<string, string> | undefined));
      continue;
    }
    rows.push({
      id: keyOf(one),
      unitId: ground.unit.id,
      titleFa: wordsOf(element, 'titleFa') ?? '',
      titleEn: wordsOf(element, 'titleEn'),
      ...measure,
      baselineValue: baseline,
      goalValue: goal,
      fromOn: own.startsOn,
      dueOn: own.endsOn,
      setAtMs: nowMs,
    });
  }
  return { rows: { targets: rows }, faults };
};
