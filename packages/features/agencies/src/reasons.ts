import type { Reasons } from '@mahalleh/kernel';

/** The texts of what agencies and bases refuse. */
export const agenciesReasons = {
  agency_unknown: {
    fa: 'چنین دستگاهی نیست یا در محدوده شما نیست.',
    en: 'There is no such agency, or it is not in your area.',
  },
  agency_retired: { fa: 'همکاری این دستگاه پایان یافته است.', en: 'This agency takes part no longer.' },
  agency_has_bases: {
    fa: '{count} پایگاه به نام این دستگاه است. نخست آن‌ها را به دیگری بسپارید.',
    en: '{count} bases are in the name of this agency. Give them to another first.',
  },
  office_phone_malformed: {
    fa: 'تلفن اداره را با پیش‌شماره بنویسید، مانند ۰۲۵۳۶۱۰۱۰۰۰؛ شماره همراه اشخاص ثبت نمی‌شود.',
    en: 'Write the telephone of the office with its area code, as 02536101000; mobiles of persons are not kept.',
  },
  base_unknown: {
    fa: 'چنین پایگاهی نیست یا در محدوده شما نیست.',
    en: 'There is no such base, or it is not in your area.',
  },
  base_code_taken: { fa: 'این کد رسمی برای پایگاه دیگری ثبت شده است.', en: 'Another base has this official code.' },
  base_name_taken: {
    fa: 'پایگاهی با همین نام و نوع در این محله ثبت شده است.',
    en: 'A base of this name and kind is already registered in this neighbourhood.',
  },
  base_unit_ended: { fa: 'این محله پایان یافته است.', en: 'This neighbourhood has ended.' },
  base_unit_unfit: {
    fa: 'پایگاه فقط در محله یا روستا ثبت می‌شود.',
    en: 'A base stands in a neighbourhood or village.',
  },
  base_not_of_your_agency: {
    fa: 'شما فقط پایگاه‌های دستگاه خود را ثبت و ویرایش می‌کنید.',
    en: 'You register and amend the bases of your own agency only.',
  },
  base_already_active: { fa: 'این پایگاه هم‌اکنون فعال است.', en: 'This base is active already.' },
  base_already_so: { fa: 'این پایگاه هم‌اکنون در همین وضعیت است.', en: 'The base is in this state already.' },
  import_place_missing: { fa: 'محله یا روستا را بنویسید.', en: 'Name the neighbourhood or village.' },
  import_place_unknown: {
    fa: 'چنین محله یا روستایی در محدوده شما نیست.',
    en: 'There is no such neighbourhood or village in your area.',
  },
  import_place_ambiguous: {
    fa: '{count} محله یا روستا به این نام هست؛ کد یا شهرستان آن را بنویسید.',
    en: '{count} places have this name; give the code or the county.',
  },
  import_place_differs: {
    fa: 'این پایگاه در محله دیگری ثبت شده است.',
    en: 'This base is registered in another neighbourhood.',
  },
  import_base_kind_differs: {
    fa: 'این کد برای پایگاهی از نوع دیگر است.',
    en: 'This code belongs to a base of another kind.',
  },
  import_base_retired: { fa: 'این پایگاه پیش‌تر پایان یافته است.', en: 'This base has been retired.' },
  import_agency_unknown: { fa: 'چنین دستگاهی ثبت نشده است.', en: 'There is no such agency.' },
  import_agency_ambiguous: { fa: '{count} دستگاه به این نام هست.', en: '{count} agencies have this name.' },
  import_day_without_activation: {
    fa: 'تاریخ فعال شدن فقط برای پایگاه فعال است.',
    en: 'Only an active base has a day of activation.',
  },
} as const satisfies Reasons;
