import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that experiences raise. */
export const experiencesReasons = {
  experience_unknown: { fa: 'چنین تجربه یا پیشنهادی نیست.', en: 'There is no such experience or suggestion.' },
  experience_draft_unknown: {
    fa: 'چنین پیش‌نویسی نیست؛ شاید منتشر یا کنار گذاشته شده باشد.',
    en: 'There is no such draft; it may have been published or discarded.',
  },
  experience_incomplete: {
    fa: 'پیش از انتشار بخش‌های نانوشته را بنویسید.',
    en: 'Write the missing sections before publishing.',
  },
  personal_data_in_experience: {
    fa: 'در این نوشته داده شخصی هست؛ همه استان‌ها آن را می‌خوانند. هر مورد را بردارید.',
    en: 'There is personal data in this text, and every province reads it. Remove each item.',
  },
  email_in_text: { fa: 'نشانی رایانامه را بردارید.', en: 'Remove the e-mail address.' },
  experience_withdrawn: {
    fa: 'استان نویسنده این نوشته را پس گرفته است.',
    en: 'The province that wrote this has withdrawn it.',
  },
  experience_hidden: { fa: 'وزارت این نوشته را پنهان کرده است.', en: 'The ministry has hidden this.' },
  experience_of_other: {
    fa: 'این نوشته از استان دیگری است و تنها خود آن استان پسش می‌گیرد.',
    en: 'This is of another province; only that province withdraws it.',
  },
  experience_is_own: {
    fa: 'این نوشته از استان خود شماست.',
    en: 'This is your own province’s.',
  },
  experience_adopted: { fa: 'استان شما این را به کار گرفته است.', en: 'Your province has adopted this already.' },
  experience_not_adopted: {
    fa: 'استان شما این را به کار نگرفته است.',
    en: 'Your province has not adopted this.',
  },
  operation_not_tellable: {
    fa: 'تنها عملیات آغازشده در حوزه‌های غیرحساس را می‌توان گواه آورد.',
    en: 'Only operations that have begun, in domains that are not sensitive, can be told as evidence.',
  },
  note_not_tellable: {
    fa: 'یادداشت باید از عملیاتی باشد که گواه آورده‌اید.',
    en: 'A note must be of an operation that is told as evidence.',
  },
} as const satisfies Reasons;
