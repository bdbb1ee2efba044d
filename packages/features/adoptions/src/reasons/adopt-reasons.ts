import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of adopting. */
export const adoptReasons = {
  adoption_unknown: { fa: 'چنین به‌کارگیری نیست.', en: 'There is no such adoption.' },
  adoption_of_withdrawn: {
    fa: 'استان نویسنده این الگو را پس گرفته است: {why}',
    en: 'The province that wrote this template has withdrawn it: {why}',
  },
  adoption_of_revoked: {
    fa: 'وزارت این الگو را لغو کرده است: {why}',
    en: 'The ministry has revoked this template: {why}',
  },
  adoption_not_as_signed: {
    fa: 'متن این نسخه همانی نیست که وزارت امضا کرده است؛ به کار گرفته نمی‌شود. به راهبر سامانه خبر دهید.',
    en: 'The text of this version is not the one that the ministry signed, so it is not adopted. Tell the operator.',
  },
  adoption_outside_neighbourhood: {
    fa: 'الگو را در محله یا روستا به کار می‌گیرند.',
    en: 'A template is adopted in a neighbourhood or a village.',
  },
  adoption_unit_ended: {
    fa: 'این محله دیگر برپا نیست.',
    en: 'This neighbourhood no longer exists.',
  },
  adoption_twice: {
    fa: 'این الگو در این محله به کار گرفته شده است؛ برای نسخه تازه‌تر همان را ارتقا دهید.',
    en: 'This template is in use in this neighbourhood already; for a later version, upgrade that adoption.',
  },
  adoption_element_unknown: {
    fa: 'چنین جزئی در این نسخه از الگو نیست.',
    en: 'This version of the template has no such element.',
  },
  adoption_loses_mandatory: {
    fa: 'بخش «{fa}» الزامی است و «{name}» از آن کم می‌شود. دلیل وزارت: {why}',
    en: 'The part “{en}” is mandatory and would lose “{name}”. The ministry’s reason: {why}',
  },
  adoption_council_is_mandatory: {
    fa: 'بخش «شورا» الزامی است و این محله شورای پیشرفت ندارد؛ برپایی شورا را بپذیرید. دلیل وزارت: {why}',
    en: 'The part “Council” is mandatory and this neighbourhood has no progress council; let it be established. The ministry’s reason: {why}',
  },
  adoption_council_not_permitted: {
    fa: 'نقش شما اجازه برپایی شورا در این محله را ندارد.',
    en: 'Your role does not allow establishing a council in this neighbourhood.',
  },
  adoption_does_not_fit: {
    fa: 'الگو به این شکل در این محله نمی‌نشیند. هر مورد را بنشانید، به آنچه هست بپیوندید یا کنار بگذارید.',
    en: 'The template does not fit into this neighbourhood like this. Map each item, join it to what is there, or leave it out.',
  },
  adoption_ref_lost: {
    fa: '«{name}» بدون «{needs}» ماندنی نیست: آن را هم بگیرید یا این را کنار بگذارید.',
    en: '“{name}” cannot do without “{needs}”: take that too, or leave this out.',
  },
  adoption_role_unmapped: {
    fa: 'برای «{name}» بگویید نقش «{needs}» در این محله با کیست.',
    en: 'For “{name}”, say who has the role “{needs}” in this neighbourhood.',
  },
  adoption_join_unknown: {
    fa: 'آنچه به جای «{name}» برگزیده‌اید در این محله نیست.',
    en: 'What was chosen in place of “{name}” is not in this neighbourhood.',
  },
  adoption_joined_twice: {
    fa: '«{name}» به موردی پیوسته که جزء دیگری هم به آن پیوسته است.',
    en: '“{name}” is joined to something that another element is joined to as well.',
  },
  adoption_not_mappable: {
    fa: '«{name}» را نمی‌توان به چیزی از این استان نگاشت.',
    en: '“{name}” cannot be mapped to anything of this province.',
  },
  adoption_domain_not_sensitive: {
    fa: '«{name}» حوزه‌ای حساس است و تنها به حوزه‌ای حساس نگاشته می‌شود.',
    en: '“{name}” is a sensitive domain and is mapped to a sensitive one alone.',
  },
  adoption_not_permitted: {
    fa: 'نقش شما اجازه ساختن «{name}» را ندارد: آن را به آنچه هست بپیوندید یا کنار بگذارید.',
    en: 'Your role does not allow making “{name}”: join it to what is there, or leave it out.',
  },
  adoption_without_council: {
    fa: '«{name}» شورای پیشرفت محله می‌خواهد و این محله ندارد: شورا را برپا کنید یا این را کنار بگذارید.',
    en: '“{name}” needs a progress council, and this neighbourhood has none: establish it, or leave this out.',
  },
  committee_kind_taken: {
    fa: 'استان چنین کمیته‌ای دارد؛ برای «{name}» همان را برگزینید.',
    en: 'The province has such a committee already; choose that one for “{name}”.',
  },
  indicator_other_meaning: {
    fa: 'شاخص «{key}» در این استان معنای دیگری دارد (یکا، جهت یا فرمول)؛ «{name}» را کنار بگذارید.',
    en: 'The indicator {key} means something else in this province (unit, direction or formula); leave “{name}” out.',
  },
  adoption_ended: { fa: 'این به‌کارگیری پایان یافته است.', en: 'This adoption has ended.' },
  adoption_not_words: {
    fa: 'این جزء رکوردی از خود دارد؛ همان را در جای خودش ویرایش کنید.',
    en: 'This element has a record of its own; change that one in its place.',
  },
  adoption_word_unknown: { fa: 'این جزء چنین نوشته‌ای ندارد.', en: 'This element has no such text.' },
  adoption_word_needed: { fa: 'این نوشته نمی‌تواند خالی باشد.', en: 'This text cannot be empty.' },
  adoption_no_capacity: {
    fa: 'تنها برای جزئی که ظرفیت است می‌توان ظرفیتی را نام برد.',
    en: 'A capacity can be named for an element that is a capacity alone.',
  },
  adoption_nothing_said: { fa: 'چیزی برای تغییر گفته نشد.', en: 'Nothing was said that would change anything.' },
} as const satisfies Reasons;
