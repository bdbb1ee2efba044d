import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of improvement. */
export const improvementReasons = {
  improvement_unknown: { fa: 'چنین پیشنهادی نیست.', en: 'There is no such proposal.' },
  improvement_empty: {
    fa: 'دست‌کم یک تغییر را برای پیشنهاد برگزینید.',
    en: 'Choose at least one change to propose.',
  },
  improvement_change_unknown: {
    fa: 'یکی از تغییرهای برگزیده دیگر چنین نیست؛ فهرست را تازه کنید.',
    en: 'One of the chosen changes is no longer there; reload the list.',
  },
  improvement_not_sayable: {
    fa: '«{name}» به چیزی از همین استان اشاره می‌کند که الگو واژه‌ای برای آن ندارد و نمی‌توان آن را پیشنهاد کرد.',
    en: '“{name}” refers to something of this province that the template has no word for, so it cannot be proposed.',
  },
  improvement_too_long: { fa: '«{name}» برای یک پیشنهاد بسیار بلند است.', en: '“{name}” is too long for a proposal.' },
  improvement_findings: {
    fa: 'در این نوشته‌ها شاید داده شخصی باشد. آن را در جای خودش بازنویسی کنید، یا بگویید که داده شخصی نیست.',
    en: 'There may be personal data in these texts. Reword them where they are, or say that it is none.',
  },
  improvement_finding: {
    fa: 'شاید داده شخصی باشد ({fa}).',
    en: 'This may be personal data ({en}).',
  },
  improvement_must_go: {
    fa: 'این نوشته فرستاده نمی‌شود ({fa}): شماره، نشانی رایانامه و مختصات را بردارید.',
    en: 'This is not sent ({en}): remove numbers, e-mail addresses and coordinates.',
  },
  improvement_answered: { fa: 'به این پیشنهاد پاسخ داده شده است.', en: 'This proposal has been answered.' },
  improvement_not_ours: {
    fa: 'تنها استان صاحب الگو به پیشنهاد پاسخ می‌دهد.',
    en: 'Only the province whose template it is answers a proposal.',
  },
  improvement_does_not_fit: {
    fa: '«{name}» دیگر در الگو نمی‌نشیند: خودش یا آنچه به آن اشاره دارد نیست. آن را از پذیرفته‌ها بردارید.',
    en: '“{name}” no longer fits the template: it, or what it refers to, is gone. Take it out of what is accepted.',
  },
  improvement_answer_missing: {
    fa: 'وقتی چیزی پذیرفته نمی‌شود، دلیلش را بنویسید.',
    en: 'Where nothing is taken in, say why.',
  },
  improvement_draft_submitted: {
    fa: 'نسخه بعدی این الگو نزد وزارت است؛ پس از پاسخ وزارت بپذیرید.',
    en: 'The next version of this template is at the ministry; accept once it has answered.',
  },
  improvement_without_home: {
    fa: 'معلوم نیست این الگو از کدام محله گرفته شده است؛ نخست نسخه بعدی را از محله آغاز کنید.',
    en: 'It is not known which neighbourhood this template comes from; begin its next version there first.',
  },
} as const satisfies Reasons;
