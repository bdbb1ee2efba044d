import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that taking back raises. */
export const undoReasons = {
  reversal_unknown: {
    fa: 'این کار را نمی‌توان بازگرداند، یا زمان بازگرداندن آن گذشته است.',
    en: 'This cannot be taken back, or the time for it is over.',
  },
  reversal_done: { fa: 'این کار پیش‌تر بازگردانده شده است.', en: 'This has been taken back already.' },
  reversal_of_other: {
    fa: 'تنها کسی که این کار را کرده است می‌تواند آن را بازگرداند.',
    en: 'Only who did this can take it back.',
  },
  reversal_not_permitted: {
    fa: 'نقش شما در این محدوده اجازه بازگرداندن این کار را ندارد.',
    en: 'Your role does not allow taking this back in this area.',
  },
} as const satisfies Reasons;
