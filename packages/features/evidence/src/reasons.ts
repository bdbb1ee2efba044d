import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that evidence raises. */
export const evidenceReasons = {
  evidence_unknown: { fa: 'چنین مستندی نیست.', en: 'There is no such evidence.' },
  subject_unknown: {
    fa: 'مسئله، عملیات یا کاری با این شناسه نیست.',
    en: 'There is no problem, operation or task with this id.',
  },
  file_expected: { fa: 'فایل تصویر را همراه کنید.', en: 'Attach the picture file.' },
  photo_too_large: { fa: 'حجم عکس باید حداکثر ۱۰ مگابایت باشد.', en: 'A photo may be at most 10 MB.' },
  photo_format_unknown: {
    fa: 'این فایل عکس JPEG، PNG یا WebP نیست.',
    en: 'This file is not a JPEG, PNG or WebP photo.',
  },
  photo_damaged: {
    fa: 'فایل عکس ناقص یا خراب است. دوباره بفرستید.',
    en: 'The photo is incomplete or damaged. Send it again.',
  },
  sensitive_has_no_photo: {
    fa: 'در حوزه‌های حساس عکس نگه داشته نمی‌شود؛ یادداشت بنویسید.',
    en: 'No photo is kept in a sensitive domain; write a note instead.',
  },
  point_needs_coordinates: {
    fa: 'برای یک نقطه هر دو عرض و طول جغرافیایی لازم است.',
    en: 'A point needs both latitude and longitude.',
  },
  taken_in_future: { fa: 'روز ثبت عکس نمی‌تواند پس از امروز باشد.', en: 'The day it was taken cannot be after today.' },
  subject_is_merged: {
    fa: 'این مسئله در مسئله دیگری ادغام شده است؛ همان را باز کنید.',
    en: 'This problem was merged into another; open that one.',
  },
  last_evidence: {
    fa: 'این تنها مستند کاری است که انجام‌شده یا حل‌شده به شمار می‌آید. پیش از برداشتن آن مستند دیگری بیفزایید یا آن را بازگشایی کنید.',
    en: 'This is the only evidence of something that counts as done or solved. Add another or reopen it first.',
  },
} as const satisfies Reasons;
