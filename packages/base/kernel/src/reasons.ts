import type { Reasons } from './failure.ts';

/** The texts of every reason that the kernel itself raises: the kinds of failure, and what its fields refuse. */
export const KERNEL_REASONS = {
  invalid: {
    fa: 'ورودی درست نیست. فیلدهای نشان‌داده‌شده را اصلاح کنید.',
    en: 'The input is not right. Correct the fields that are marked.',
  },
  signed_out: {
    fa: 'وارد سامانه نشده‌اید یا نشست شما پایان یافته است.',
    en: 'You are not signed in, or your session has ended.',
  },
  not_permitted: { fa: 'اجازه این کار را ندارید.', en: 'You are not permitted to do this.' },
  not_found: { fa: 'چیزی در این نشانی نیست.', en: 'There is nothing here.' },
  conflict: {
    fa: 'این مورد در همین فاصله تغییر کرده است. صفحه را تازه کنید و دوباره بکوشید.',
    en: 'This has changed in the meantime. Reload the page and try again.',
  },
  too_large: {
    fa: 'حجم آنچه فرستاده‌اید بیش از اندازه مجاز است.',
    en: 'What you sent is larger than allowed.',
  },
  unsupported_media: { fa: 'این نوع محتوا پذیرفته نمی‌شود.', en: 'This type of content is not accepted.' },
  refused: { fa: 'این کار اکنون شدنی نیست.', en: 'This cannot be done now.' },
  locked: {
    fa: 'تلاش‌ها بیش از حد بوده است. کمی بعد دوباره بکوشید.',
    en: 'Too many attempts. Try again a little later.',
  },
  unavailable: {
    fa: 'سامانه اکنون در دسترس نیست. چیزی ثبت نشد؛ کمی بعد دوباره بکوشید.',
    en: 'The system is not available right now. Nothing was saved; try again shortly.',
  },
  outdated: {
    fa: 'پایگاه داده این استان در حال به‌روزرسانی است. کمی بعد دوباره بکوشید.',
    en: 'The database of this province is being updated. Try again shortly.',
  },

  required: { fa: 'این فیلد را پر کنید.', en: 'Fill in this field.' },
  unknown_field: { fa: 'چنین فیلدی وجود ندارد.', en: 'There is no such field.' },
  wrong_type: { fa: 'نوع این مقدار درست نیست.', en: 'This value is of the wrong type.' },
  not_valid: { fa: 'این مقدار درست نیست.', en: 'This value is not valid.' },
  format_wrong: { fa: 'شکل این مقدار درست نیست.', en: 'This value does not have the right form.' },
  choice_unknown: { fa: 'یکی از گزینه‌ها را انتخاب کنید: {choices}', en: 'Choose one of: {choices}' },
  text_expected: { fa: 'اینجا متن لازم است.', en: 'A text is expected here.' },
  text_too_short: { fa: 'دست‌کم {min} نویسه بنویسید.', en: 'Write at least {min} characters.' },
  text_too_long: { fa: 'حداکثر {max} نویسه بنویسید.', en: 'Write at most {max} characters.' },
  personal_number_in_text: {
    fa: 'در این متن کد ملی یا شماره تلفن هست. آن را بردارید؛ شماره اشخاص در متن ثبت نمی‌شود.',
    en: 'This text holds a national id or a phone number. Remove it: numbers of persons are not kept in texts.',
  },
  number_expected: { fa: 'اینجا عدد لازم است.', en: 'A number is expected here.' },
  integer_expected: { fa: 'عدد باید صحیح و بدون اعشار باشد.', en: 'The number must be whole.' },
  number_too_small: { fa: 'عدد نباید کمتر از {min} باشد.', en: 'The number must be at least {min}.' },
  number_too_big: { fa: 'عدد نباید بیشتر از {max} باشد.', en: 'The number must be at most {max}.' },
  number_must_exceed: { fa: 'عدد باید بیشتر از {min} باشد.', en: 'The number must be more than {min}.' },
  number_must_be_below: { fa: 'عدد باید کمتر از {max} باشد.', en: 'The number must be less than {max}.' },
  clock_not_understood: {
    fa: 'ساعت را این‌گونه بنویسید: ۰۸:۳۰',
    en: 'Write the time as 08:30.',
  },
  list_expected: { fa: 'اینجا فهرست لازم است.', en: 'A list is expected here.' },
  list_too_short: { fa: 'دست‌کم {min} مورد لازم است.', en: 'At least {min} entries are needed.' },
  list_too_long: { fa: 'حداکثر {max} مورد پذیرفته می‌شود.', en: 'At most {max} entries are accepted.' },
  object_expected: { fa: 'اینجا مجموعه‌ای از فیلدها لازم است.', en: 'A set of fields is expected here.' },
  flag_expected: { fa: 'پاسخ باید بله یا خیر باشد.', en: 'The answer must be yes or no.' },
  date_not_understood: {
    fa: 'تاریخ را به شکل ۱۴۰۵/۰۹/۰۱ بنویسید.',
    en: 'Write the date as 1405/09/01 or 2026-11-22.',
  },
  date_does_not_exist: { fa: 'چنین روزی در تقویم نیست.', en: 'There is no such day in the calendar.' },
  date_out_of_range: {
    fa: 'سال باید میان {min} و {max} باشد.',
    en: 'The year must lie between {min} and {max} (Jalali).',
  },
  email_malformed: { fa: 'نشانی رایانامه درست نیست.', en: 'The e-mail address is not right.' },
  mobile_malformed: {
    fa: 'شماره همراه را به شکل ۰۹۱۲۱۲۳۴۵۶۷ بنویسید.',
    en: 'Write the mobile number as 09121234567.',
  },
  coordinates_outside: { fa: 'این نقطه در ایران نیست.', en: 'This point is not in Iran.' },
  coordinates_swapped: {
    fa: 'طول و عرض جابه‌جا شده‌اند: در ایران عرض میان ۲۴ و ۴۰٫۵ و طول میان ۴۳ و ۶۴ است.',
    en: 'Latitude and longitude are swapped: in Iran the latitude lies between 24 and 40.5, the longitude between 43 and 64.',
  },
  point_outside_province: {
    fa: 'این نقطه بیرون از استان است؛ این عدد باید میان {from} و {to} باشد.',
    en: 'This point lies outside the province; this number must lie between {from} and {to}.',
  },
  id_malformed: { fa: 'شناسه درست نیست.', en: 'The id is malformed.' },
} as const satisfies Reasons;

/** A reason that the kernel itself raises. */
export type KernelReason = keyof typeof KERNEL_REASONS;
