import type { Reasons } from '@mahalleh/kernel';

/** What accounts, sessions and one-time links refuse. */
export const identityReasons = {
  sign_in_failed: { fa: 'رایانامه یا گذرواژه درست نیست.', en: 'The e-mail address or the password is not right.' },
  account_locked: {
    fa: 'تلاش نادرست زیاد بوده است. حدود {minutes} دقیقه دیگر دوباره بکوشید.',
    en: 'Too many wrong attempts. Try again in about {minutes} minutes.',
  },
  attempts_too_fast: {
    fa: 'چند تلاش هم‌زمان رسید. کمی بعد دوباره بکوشید.',
    en: 'Several attempts arrived at once. Try again shortly.',
  },
  account_suspended: {
    fa: 'حساب شما معلق است. با راهبر سامانه تماس بگیرید.',
    en: 'Your account is suspended. Ask an administrator.',
  },
  code_wrong: { fa: 'این رمز درست نیست یا پیش‌تر به کار رفته است.', en: 'The code is not right, or was used before.' },
  code_malformed: { fa: 'رمز را همان‌گونه که نمایش داده شده بنویسید.', en: 'Write the code as it is shown.' },
  current_password_wrong: { fa: 'گذرواژه کنونی درست نیست.', en: 'The current password is not right.' },
  password_too_short: { fa: 'گذرواژه دست‌کم {min} نویسه باشد.', en: 'The password needs at least {min} characters.' },
  password_is_own_name: {
    fa: 'گذرواژه نباید نام یا رایانامه شما باشد.',
    en: 'The password must not be your name or e-mail address.',
  },
  password_common: {
    fa: 'این گذرواژه از نخستین‌هایی است که حدس زده می‌شود.',
    en: 'This password is among the first to be guessed.',
  },
  password_unchanged: { fa: 'گذرواژه تازه همان گذرواژه کنونی است.', en: 'The new password is the current one.' },
  session_unknown: { fa: 'چنین نشستی باز نیست.', en: 'No such session is open.' },
  account_unknown: { fa: 'این شخص حساب کاربری ندارد.', en: 'This person has no account.' },
  account_exists: {
    fa: 'این شخص حساب کاربری دارد؛ به جای دعوت، گذرواژه را بازنشانی کنید.',
    en: 'This person has an account; reset the password instead.',
  },
  account_already_suspended: { fa: 'این حساب از پیش معلق است.', en: 'The account is suspended already.' },
  account_not_suspended: { fa: 'این حساب معلق نیست.', en: 'The account is not suspended.' },
  email_taken: { fa: 'این رایانامه از آن حساب دیگری است.', en: 'This e-mail address belongs to another account.' },
  link_malformed: { fa: 'این پیوند کامل نیست.', en: 'This link is not complete.' },
  link_over: {
    fa: 'این پیوند به کار رفته یا مهلت آن گذشته است. پیوند تازه بخواهید.',
    en: 'This link was used or has expired. Ask for a new one.',
  },
  guest_needs_authenticator: {
    fa: 'مهمان گذرواژه و رمز برنامه رمزساز را با هم می‌فرستد.',
    en: 'A guest sends the password and a code of the authenticator together.',
  },
  guest_link_only: { fa: 'این پیوند دعوت به بازدید نیست.', en: 'This link is no invitation to look in.' },
  look_in_over: {
    fa: 'اجازه بازدید شما پایان یافته است.',
    en: 'Your permission to look in has ended.',
  },
  totp_already_enrolled: { fa: 'ورود دومرحله‌ای از پیش فعال است.', en: 'The second factor is already enrolled.' },
  totp_not_begun: {
    fa: 'نخست فعال‌سازی ورود دومرحله‌ای را آغاز کنید.',
    en: 'Begin the enrolment of the second factor first.',
  },
  totp_not_enrolled: { fa: 'ورود دومرحله‌ای فعال نیست.', en: 'The second factor is not enrolled.' },
} as const satisfies Reasons;
