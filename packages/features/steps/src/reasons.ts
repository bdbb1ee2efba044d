import type { Reasons } from '@mahalleh/kernel/failure';

/** Every reason that steps raise, in both languages. */
export const stepsReasons = {
  neighbourhood_unknown: {
    fa: 'چنین محله‌ای در دسترس شما نیست.',
    en: 'There is no such neighbourhood that you may see.',
  },
} as const satisfies Reasons;
