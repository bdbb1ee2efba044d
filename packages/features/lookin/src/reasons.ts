import type { Reasons } from '@mahalleh/kernel';

/** What looking in refuses, and the gate to whoever looks in. */
export const lookinReasons = {
  guest_reads_only: {
    fa: 'شما مهمان این استان هستید: می‌بینید و چیزی را تغییر نمی‌دهید.',
    en: 'You are a guest of this province: you see, and change nothing.',
  },
  view_not_recorded: {
    fa: 'این بازدید در دفتر ثبت نوشته نشد، و بی‌ثبت پاسخی داده نمی‌شود. کمی بعد دوباره بکوشید.',
    en: 'This view could not be written down, and nothing is answered that is not. Try again shortly.',
  },
  lookin_unknown: {
    fa: 'چنین اجازه بازدیدی نیست، یا از آن شما نیست.',
    en: 'There is no such permission to look in, or it is not yours.',
  },
  lookin_over: { fa: 'این اجازه بازدید پایان یافته است.', en: 'This permission to look in has ended.' },
  lookin_already: {
    fa: 'این شخص هم‌اکنون اجازه بازدید دارد؛ نخست آن را پایان دهید.',
    en: 'This person may look in already; end that first.',
  },
  area_unknown: { fa: 'چنین بخشی برای بازدید نیست.', en: 'There is no such part to look at.' },
} as const satisfies Reasons;
