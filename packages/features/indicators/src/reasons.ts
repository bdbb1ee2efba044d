import type { Reasons } from '@mahalleh/kernel';
import { formulaReasons } from './formula-reasons.ts';
import { indicatorReasons } from './indicator-reasons.ts';

const targetReasons = {
  target_unknown: {
    fa: 'چنین هدفی نیست، یا در محدوده شما نیست.',
    en: 'There is no such target, or it is not within your area.',
  },
  unit_unknown: {
    fa: 'چنین واحدی نیست، یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not within your area.',
  },
  target_unit_ended: { fa: 'این واحد دیگر برقرار نیست.', en: 'This unit no longer exists.' },
  target_due_before_start: {
    fa: 'سررسید هدف ({dueOn}) باید پس از آغاز آن ({fromOn}) باشد.',
    en: 'The target must be due ({dueOn}) after it starts ({fromOn}).',
  },
  target_goes_nowhere: {
    fa: 'مقدار هدف همان مقدار پایه ({baseline}) است.',
    en: 'The goal equals the baseline ({baseline}).',
  },
  target_dropped: {
    fa: 'این هدف کنار گذاشته شده است و دیگر تغییر نمی‌کند.',
    en: 'This target was dropped and no longer changes.',
  },
  target_is_measured: {
    fa: 'مقدار این هدف از روی پرونده‌ها شمرده می‌شود و دستی گزارش نمی‌شود.',
    en: 'This target is counted from the records and not reported by hand.',
  },
  metric_unknown: { fa: 'با این سنجه نمی‌توان هدف گذاشت.', en: 'No target can be set on this metric.' },
  metric_dims_malformed: {
    fa: 'برش سنجه را به شکل kind=mosque بنویسید.',
    en: 'Write the cut of the metric as kind=mosque.',
  },
  metric_dims_unknown: { fa: 'این سنجه چنین برشی ندارد.', en: 'The metric has no such cut.' },
  metric_dims_without_metric: { fa: 'برش بدون سنجه معنا ندارد.', en: 'A cut needs a metric.' },
  target_measured_twice: {
    fa: 'هدف را یا سنجه می‌سنجد یا شاخص، نه هر دو.',
    en: 'A target is measured by a metric or by an indicator, not by both.',
  },
  target_due_in_past: {
    fa: 'سررسید هدف ({dueOn}) گذشته است؛ روزی پس از امروز ({today}) بنویسید.',
    en: 'The due day ({dueOn}) is past; give a day after today ({today}).',
  },
  milestone_outside_span: {
    fa: 'گام میانی {onDate} باید میان آغاز ({fromOn}) و سررسید ({dueOn}) باشد.',
    en: 'The milestone of {onDate} must lie between the start ({fromOn}) and the due day ({dueOn}).',
  },
  milestone_day_twice: { fa: 'برای {onDate} دو گام نوشته شده است.', en: 'There are two milestones on {onDate}.' },
  milestone_off_the_way: {
    fa: 'گام {onDate} با {value} در راه نیست: پس از {before} و پیش از {goal} باید باشد.',
    en: 'The milestone of {onDate} at {value} is not on the way from {before} to {goal}.',
  },
  cascade_done: {
    fa: 'این هدف پیش‌تر میان {count} واحد بخش شده است.',
    en: 'This target has been shared out among {count} units already.',
  },
  cascade_not_additive: {
    fa: 'این شاخص در واحدها جمع نمی‌شود، پس هدفش هم بخش‌شدنی نیست.',
    en: 'This indicator does not add up over units, so its target cannot be shared out.',
  },
  cascade_parts_wrong: {
    fa: 'چیزی ثبت نشد؛ سهم‌های نشان‌داده‌شده را اصلاح کنید.',
    en: 'Nothing was saved; correct the parts that are marked.',
  },
  cascade_unit_twice: { fa: 'این واحد دو بار آمده است.', en: 'This unit comes twice.' },
  cascade_unit_not_below: {
    fa: 'این واحد زیر واحد هدف نیست.',
    en: 'This unit does not lie below the unit of the target.',
  },
  cascade_units_overlap: {
    fa: 'یکی از واحدها درون دیگری است و دو بار شمرده می‌شود.',
    en: 'One of the units lies within another and would count twice.',
  },
  cascade_part_leads_back: {
    fa: 'سهم این واحد خلاف جهت هدف می‌رود.',
    en: 'The part of this unit leads away from the goal.',
  },
  cascade_goal_differs: {
    fa: 'جمع سهم‌ها {sum} است و هدف {goal}؛ باید برابر باشند.',
    en: 'The parts add up to {sum}, the goal is {goal}: they must be equal.',
  },
  cascade_baseline_differs: {
    fa: 'جمع عددهای آغاز {sum} است و آغاز هدف {baseline}؛ باید برابر باشند.',
    en: 'The baselines add up to {sum}, that of the target is {baseline}: they must be equal.',
  },
} as const satisfies Reasons;

/** The texts of every reason that targets and indicators raise. */
export const indicatorsReasons = {
  ...targetReasons,
  ...formulaReasons,
  ...indicatorReasons,
} as const satisfies Reasons;
