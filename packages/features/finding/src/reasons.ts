import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that finding raises. */
export const findingReasons = {
  view_unknown: {
    fa: 'چنین نمایی نیست، یا با شما در میان گذاشته نشده است.',
    en: 'There is no such view, or it is not shared with you.',
  },
  view_of_other: {
    fa: 'این نما را کس دیگری ساخته است؛ آن را با نام خودتان ذخیره کنید.',
    en: 'Somebody else made this view; save it under a name of your own.',
  },
  views_too_many: {
    fa: 'از این فهرست ۳۰ نما ذخیره کرده‌اید؛ نخست یکی را بردارید.',
    en: 'You have saved 30 views of this list; remove one first.',
  },
} as const satisfies Reasons;
