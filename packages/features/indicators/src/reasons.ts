import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that targets raise. */
export const indicatorsReasons = {
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
} as const satisfies Reasons;
