import type { Reasons } from '@mahalleh/kernel';

/** The reasons that the national figures give. */
export const rollupsReasons = {
  province_unknown: { fa: 'چنین استانی ثبت نشده است.', en: 'There is no such province.' },
  metric_unknown: { fa: 'چنین سنجه‌ای تعریف نشده است.', en: 'There is no such metric.' },
  figure_place_unknown: { fa: 'چنین استان یا شهرستانی نیست.', en: 'There is no such province or county.' },
  places_too_many: {
    fa: 'بیش از پنج جا را نمی‌توان کنار هم گذاشت.',
    en: 'No more than five places fit beside each other.',
  },
  figure_period_unknown: {
    fa: 'دوره را این‌گونه بنویسید: 1405-08، 1405-q3 یا 1405',
    en: 'Write the period as 1405-08, 1405-q3 or 1405.',
  },
} satisfies Reasons;
