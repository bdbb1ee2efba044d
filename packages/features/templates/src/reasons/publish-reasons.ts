import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of publish. */
export const publishReasons = {
  template_draft_unknown: {
    fa: 'چنین پیش‌نویسی نیست؛ شاید کنار گذاشته شده باشد.',
    en: 'There is no such draft; it may have been discarded.',
  },
  template_draft_open: {
    fa: 'نسخه‌ای از این الگو در دست نوشتن یا بازبینی است.',
    en: 'A version of this template is being written or reviewed.',
  },
  template_submitted: {
    fa: 'این نسخه به وزارت فرستاده شده است و تا بازگردانده نشود تغییر نمی‌کند.',
    en: 'This version was submitted to the ministry; it does not change unless it is returned.',
  },
  template_signed: {
    fa: 'این نسخه امضا شده است. تغییرها را در نسخه بعدی بنویسید.',
    en: 'This version is signed. Write changes into the next version.',
  },
  template_ended: {
    fa: 'این الگو پس گرفته یا لغو شده است و نسخه تازه‌ای ندارد.',
    en: 'This template was withdrawn or revoked; it has no further versions.',
  },
  template_not_own: {
    fa: 'نسخه بعدی را تنها استان صاحب الگو می‌نویسد.',
    en: 'Only the province whose template it is writes the next version.',
  },
  template_of_other_unit: {
    fa: 'این الگو از محله دیگری گرفته شده است.',
    en: 'This template was taken from another neighbourhood.',
  },
  neighbourhood_empty: {
    fa: 'در این محله هنوز چیزی ثبت نشده است که الگو شود.',
    en: 'Nothing is recorded in this neighbourhood yet that could become a template.',
  },
  element_unknown: {
    fa: 'چنین جزئی در این پیش‌نویس نیست، یا از گونه‌ای است که این‌جا نمی‌آید.',
    en: 'There is no such element in this draft, or its kind does not fit here.',
  },
  element_text_wrong: {
    fa: 'این بخش را نمی‌توان چنین نوشت: خالی نباشد، بلند نباشد و از بخش‌های نوشتنی باشد.',
    en: 'This field cannot say that: it must not be empty or too long, and must be one that is words.',
  },
  element_not_by_hand: {
    fa: 'تنها جزءهای دست‌نوشته پاک می‌شوند؛ دیگر جزءها را کنار بگذارید.',
    en: 'Only elements written by hand are removed; leave the others out.',
  },
  template_full: { fa: 'جزءهای الگو بیش از اندازه شده است.', en: 'The template has too many elements.' },
  finding_undecided: {
    fa: 'درباره آنچه در این بخش یافته شده است تصمیم بگیرید.',
    en: 'Decide on what was found in this field.',
  },
  finding_must_go: {
    fa: 'شماره، نشانی رایانامه و مختصات را نمی‌توان نگه داشت؛ آن را بردارید.',
    en: 'Numbers, e-mail addresses and coordinates cannot be kept; remove them.',
  },
  photo_not_attachable: {
    fa: 'این عکس را نمی‌توان پیوست کرد: از همین محله، از حوزه غیرحساس و کم‌حجم باشد.',
    en: 'This photo cannot be attached: it must be of this neighbourhood, in no sensitive domain, and small.',
  },
  photo_not_confirmed: {
    fa: 'نخست ببینید که چهره کسی در عکس شناختنی نباشد و آن را تأیید کنید.',
    en: 'First look that nobody is recognisable in the photo, and confirm it.',
  },
  photo_too_large: { fa: 'حجم عکس بیش از اندازه است.', en: 'The photo is too large.' },
  photos_too_many: { fa: 'شمار عکس‌ها بیش از اندازه است.', en: 'There are too many photos.' },
  template_findings_undecided: {
    fa: 'در این الگو هنوز چیزهایی هست که شاید داده شخصی باشد. درباره هر کدام تصمیم بگیرید.',
    en: 'There are still things in this template that may be personal data. Decide on each of them.',
  },
  template_incomplete: {
    fa: 'پیش از فرستادن، بخش‌های نانوشته را بنویسید.',
    en: 'Write what is missing before submitting.',
  },
  template_not_in_order: {
    fa: 'الگو در این جاها درست نیست. پیش از فرستادن درستش کنید.',
    en: 'The template is not in order in these places. Put it right before submitting.',
  },
  personal_data_in_note: {
    fa: 'در یادداشت شماره یا نشانی کسی هست؛ آن را بردارید.',
    en: 'There is somebody’s number or address in the note; remove it.',
  },
} as const satisfies Reasons;
