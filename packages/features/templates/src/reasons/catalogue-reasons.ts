import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of the catalogue and of review. */
export const catalogueReasons = {
  template_unknown: { fa: 'چنین الگویی نیست.', en: 'There is no such template.' },
  template_of_other: {
    fa: 'این الگو از استان دیگری است؛ تنها همان استان آن را پس می‌گیرد.',
    en: 'This template belongs to another province; it alone can withdraw it.',
  },
  template_withdrawn: {
    fa: 'استان صاحب الگو این نسخه را پس گرفته است.',
    en: 'This version was withdrawn by the province whose template it is.',
  },
  template_revoked: { fa: 'وزارت این نسخه را لغو کرده است.', en: 'The ministry has revoked this version.' },
  template_ended: {
    fa: 'این الگو پس گرفته یا لغو شده است.',
    en: 'This template was withdrawn or revoked.',
  },
  submission_unknown: { fa: 'چنین الگویی برای بازبینی نیامده است.', en: 'No such template was submitted.' },
  submission_decided: {
    fa: 'درباره این نسخه پیش از این تصمیم گرفته شده است.',
    en: 'This version was decided on before.',
  },
  template_comment_missing: {
    fa: 'برای بازگرداندن، دست‌کم یک یادداشت بنویسید تا استان بداند چه باید بکند.',
    en: 'Write at least one comment before you return it, so that the province knows what to do.',
  },
  template_comments_full: {
    fa: 'یادداشت‌های این سند به بیشترین شمار رسیده است.',
    en: 'This document has as many comments as it takes.',
  },
  template_comment_unknown: { fa: 'چنین یادداشتی نیست.', en: 'There is no such comment.' },
  template_comment_of_other: {
    fa: 'این یادداشت را دیگری نوشته است؛ تنها نویسنده‌اش آن را پس می‌گیرد.',
    en: 'Somebody else wrote this comment; its author alone takes it back.',
  },
  template_comment_told: {
    fa: 'این یادداشت به استان رسیده است و دیگر پس گرفته نمی‌شود.',
    en: 'The province has this comment by now; it is not taken back any more.',
  },
  template_comment_retracted: { fa: 'این یادداشت پس گرفته شده است.', en: 'This comment was taken back before.' },
  template_comment_stands: { fa: 'این یادداشت پس گرفته نشده است.', en: 'This comment was not taken back.' },
  template_element_unknown: { fa: 'چنین جزئی در این الگو نیست.', en: 'There is no such element in this template.' },
  template_part_unknown: { fa: 'این بخش در این الگو نیست.', en: 'This part is not in this template.' },
  template_mandate_twice: { fa: 'این بخش دو بار الزامی شده است.', en: 'This part is made mandatory twice.' },
  template_version_order: {
    fa: 'این نسخه پس از نسخه امضاشده پیشین نمی‌آید: شماره یا اثر انگشت نسخه پیشین درست نیست.',
    en: 'This version does not follow the one that is signed: its number, or the digest of the one before, is not right.',
  },
  template_leaks: {
    fa: 'در {count} متن این الگو شماره شخص یا رایانامه دیده می‌شود. آن را بازگردانید، یا بگویید که دیده‌اید و از آنِ شخصی نیست.',
    en: 'In {count} texts of this template there seems to be a number of a person or an e-mail address. Return it, or say that you have looked and it is nobody’s.',
  },
  template_file_unknown: {
    fa: 'این فایل یک الگوی محله نیست. فایلی بدهید که نامش به ‎.mahalleh.json‎ تمام می‌شود.',
    en: 'This file is no template of a neighbourhood. Choose one whose name ends with .mahalleh.json.',
  },
  template_file_too_new: {
    fa: 'این فایل با نسخه تازه‌تری از سامانه ساخته شده است. سامانه را به‌روز کنید.',
    en: 'This file was made with a later version of the system. Update the system.',
  },
  template_file_damaged: {
    fa: 'این فایل در راه آسیب دیده یا دست خورده است: جمع آزمون آن درست نیست. آن را دوباره بگیرید.',
    en: 'This file was damaged or changed on its way: its checksum is not right. Fetch it again.',
  },
  template_file_tampered: {
    fa: 'متن این الگو آن نیست که امضا شده است.',
    en: 'The text of this template is not what was signed.',
  },
  template_seal_broken: {
    fa: 'مهر استان روی این الگو درست نیست.',
    en: 'The province’s seal on this template does not hold.',
  },
  template_endorsement_other: {
    fa: 'امضای وزارت از آنِ الگوی دیگری است.',
    en: 'The ministry’s signature belongs to another template.',
  },
  template_endorsement_broken: {
    fa: 'امضای وزارت روی این الگو درست نیست.',
    en: 'The ministry’s signature on this template does not hold.',
  },
  template_key_unknown: {
    fa: 'کلیدی که این الگو با آن امضا شده در این استان شناخته نیست.',
    en: 'The key with which this template is signed is not known in this province.',
  },
  template_key_withdrawn: {
    fa: 'وزارت کلیدی را که این الگو با آن امضا شده باطل کرده است.',
    en: 'The ministry has withdrawn the key with which this template is signed.',
  },
  template_version_taken: {
    fa: 'نسخه‌ای با همین شماره و متنی دیگر اینجا هست. آنچه امضا شده عوض نمی‌شود؛ تغییر، نسخه تازه می‌خواهد.',
    en: 'A version of this number with another text is here. What is signed never changes: a change needs a new version.',
  },
  template_id_taken: {
    fa: 'این شناسه از آنِ الگوی استان دیگری است.',
    en: 'This id belongs to a template of another province.',
  },
} as const satisfies Reasons;
