import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that volunteers raise. */
export const volunteersReasons = {
  volunteer_unknown: {
    fa: 'چنین داوطلبی در محله شما نیست.',
    en: 'There is no such volunteer in your neighbourhood.',
  },
  unit_unknown: {
    fa: 'چنین واحدی نیست یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not in your area.',
  },
  unit_has_ended: { fa: 'این واحد دیگر برقرار نیست.', en: 'This unit no longer exists.' },
  volunteers_of_neighbourhoods: {
    fa: 'داوطلب تنها در محله یا روستا ثبت می‌شود.',
    en: 'Volunteers are enrolled in neighbourhoods and villages alone.',
  },
  consent_missing: {
    fa: 'بی رضایت ثبت‌شده، نام کسی نوشته نمی‌شود. این بخش رضایت را کامل کنید.',
    en: 'Nobody is written down without recorded consent. Complete this part of it.',
  },
  skills_missing: {
    fa: 'دست‌کم یک مهارت را انتخاب کنید.',
    en: 'Choose one skill at least.',
  },
  consent_text_outdated: {
    fa: 'متن رضایت‌نامه تازه شده است. صفحه را تازه کنید و متن تازه را نشان دهید.',
    en: 'The text of the consent has changed. Reload the page and show the new text.',
  },
  consent_in_future: { fa: 'روز رضایت نمی‌تواند در آینده باشد.', en: 'The day of consent cannot lie in the future.' },
  consent_before_text: {
    fa: 'این متن از {from} نشان داده می‌شود؛ رضایت پیش از آن با متن دیگری بوده است.',
    en: 'This text is shown since {from}; consent before that was to another text.',
  },
  volunteer_is_withdrawn: {
    fa: 'این داوطلب رضایتش را پس گرفته و اطلاعاتش پاک شده است.',
    en: 'This volunteer has withdrawn and is erased.',
  },
  volunteer_key_gone: {
    fa: 'کلید این داوطلب از میان رفته است و اطلاعاتش خواندنی نیست. رضایت او را پس‌گرفته ثبت کنید.',
    en: 'The key of this volunteer is gone and nothing of them can be read. Record the consent as withdrawn.',
  },
} as const satisfies Reasons;
