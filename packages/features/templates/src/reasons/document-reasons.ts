import type { Reasons } from '@mahalleh/kernel';

/** The texts of what can be wrong with a template document. */
export const documentReasons = {
  template_faulty: {
    fa: 'این الگو درست نیست. موردهای نشان‌داده‌شده را ببینید.',
    en: 'This template is not in order. See what is marked.',
  },
  template_not_json: { fa: 'این متن یک سند JSON نیست.', en: 'This text is no JSON document.' },
  template_format_unknown: {
    fa: 'این سند یک الگوی محله نیست.',
    en: 'This document is no template of a neighbourhood.',
  },
  template_too_new: {
    fa: 'این الگو با قالب {version} نوشته شده است؛ این سامانه تا قالب {known} را می‌خواند. سامانه را به‌روز کنید.',
    en: 'This template is written in format {version}; this system reads up to format {known}. Update the system.',
  },
  template_too_old: {
    fa: 'این الگو با قالب {version} نوشته شده است؛ این سامانه از قالب {known} به بعد را می‌خواند.',
    en: 'This template is written in format {version}; this system reads format {known} and later.',
  },
  template_too_large: {
    fa: 'این الگو بزرگ‌تر از {max} نویسه است.',
    en: 'This template is larger than {max} characters.',
  },
  template_too_many: {
    fa: 'اینجا {count} مورد هست؛ بیش از {max} پذیرفته نمی‌شود.',
    en: 'There are {count} of these; no more than {max} are accepted.',
  },
  template_too_deep: {
    fa: 'در این سند، مجموعه‌ها بیش از {max} لایه در هم رفته‌اند.',
    en: 'In this document, things are nested more than {max} deep.',
  },
  template_text_broken: {
    fa: 'در این متن نویسه‌ای شکسته است.',
    en: 'This text holds a broken character.',
  },
  template_id_twice: { fa: 'دو جزء یک شناسه دارند.', en: 'Two elements have the same id.' },
  template_key_twice: { fa: 'دو شاخص یک نام دارند: {key}', en: 'Two indicators have the same key: {key}' },
  template_reference_missing: {
    fa: 'به جزئی اشاره می‌کند که در این الگو نیست: {id}',
    en: 'It refers to an element that is not in this template: {id}',
  },
  template_reference_kind: {
    fa: 'به جزئی از گونه دیگر اشاره می‌کند: {kind} به جای {kinds}',
    en: 'It refers to an element of another kind: {kind} where {kinds} belongs.',
  },
  template_circle: {
    fa: 'این جزء از راه دیگران به خودش برمی‌گردد.',
    en: 'Through others, this element leads back to itself.',
  },
  template_formula_part_missing: {
    fa: 'فرمول شاخصی را می‌خواند که در این الگو نیست: {name}',
    en: 'The formula reads an indicator that is not in this template: {name}',
  },
  template_attachment_missing: {
    fa: 'عکس یا سند این جزء در الگو نیست.',
    en: 'The photo or document of this element is not in the template.',
  },
  template_attachment_damaged: {
    fa: 'محتوای این پیوست با اثر انگشت یا اندازه آن نمی‌خواند.',
    en: 'The content of this attachment is not that of its digest or size.',
  },
  template_attachment_type: {
    fa: 'محتوای این پیوست از نوعی نیست که می‌گوید.',
    en: 'The content of this attachment is not of the type that it claims.',
  },
} as const satisfies Reasons;
