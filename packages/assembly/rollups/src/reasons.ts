import type { Reasons } from '@mahalleh/kernel';

/** The reasons that the national figures give. */
export const rollupsReasons = {
  province_unknown: { fa: 'چنین استانی ثبت نشده است.', en: 'There is no such province.' },
  metric_unknown: { fa: 'چنین سنجه‌ای تعریف نشده است.', en: 'There is no such metric.' },
} satisfies Reasons;
