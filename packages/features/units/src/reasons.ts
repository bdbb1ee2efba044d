import type { Reasons } from '@mahalleh/kernel';

/** The texts of what units refuse. */
export const unitsReasons = {
  unit_unknown: {
    fa: 'چنین واحدی نیست یا در محدوده شما نیست.',
    en: 'There is no such unit, or it is not in your area.',
  },
  unit_code_taken: { fa: 'این کد رسمی برای واحد دیگری ثبت شده است.', en: 'Another unit has this official code.' },
  unit_ended: { fa: 'این واحد پایان یافته است.', en: 'This unit has ended.' },
  unit_parent_unfit: { fa: 'این نوع واحد زیر آن واحد جای نمی‌گیرد.', en: 'A unit of this kind cannot lie there.' },
  unit_below_itself: { fa: 'واحد نمی‌تواند زیرمجموعه خودش شود.', en: 'A unit cannot lie below itself.' },
  unit_already_there: { fa: 'این واحد هم‌اکنون همان‌جاست.', en: 'The unit already lies there.' },
  unit_has_living_below: {
    fa: 'زیر این واحد {count} واحد دیگر هست. نخست آن‌ها را جابه‌جا کنید.',
    en: '{count} units lie below this one. Move them first.',
  },
  unit_date_too_early: {
    fa: 'تاریخ نباید پیش از {earliest} (آخرین تغییر جای واحد) باشد.',
    en: 'The date must not lie before {earliest}, the last change of place.',
  },
  date_in_future: { fa: 'تاریخ نباید در آینده باشد.', en: 'The date must not lie in the future.' },
  province_stays: {
    fa: 'استان را نمی‌توان پایان داد یا ادغام کرد.',
    en: 'The province itself cannot end or be merged.',
  },
  split_child_foreign: {
    fa: '{count} واحد نام برده شده که زیر این واحد نیست.',
    en: '{count} of the named units do not lie below this one.',
  },
  split_child_twice: { fa: 'هر واحد پایین‌تر فقط به یکی می‌رسد.', en: 'Each unit below goes to one part only.' },
  split_child_left: {
    fa: '{count} واحد پایین‌تر به هیچ‌یک داده نشده است.',
    en: '{count} units below have not been given to any part.',
  },
  merge_same_twice: { fa: 'واحدهای ادغام باید از هم جدا باشند.', en: 'The units of a merge must be different ones.' },
  merge_kinds_differ: { fa: 'واحدهای ادغام باید از یک نوع باشند.', en: 'The units of a merge must be of one kind.' },
  merge_parents_differ: {
    fa: 'واحدهای ادغام باید زیر یک واحد باشند. نخست آن‌ها را جابه‌جا کنید.',
    en: 'The units of a merge must lie under one parent. Move them first.',
  },
  point_incomplete: { fa: 'عرض و طول جغرافیایی را با هم بنویسید.', en: 'Give latitude and longitude together.' },
  official_code_malformed: {
    fa: 'کد رسمی فقط حرف لاتین، رقم، نقطه و خط تیره دارد (تا ۳۰ نویسه).',
    en: 'An official code holds Latin letters, digits, dots and hyphens only (30 at most).',
  },
  boundary_malformed: {
    fa: 'محدوده باید GeoJSON از نوع Polygon یا MultiPolygon باشد.',
    en: 'A boundary is GeoJSON of type Polygon or MultiPolygon.',
  },
  boundary_open: { fa: 'حلقه محدوده بسته نیست.', en: 'A ring of the boundary is not closed.' },
  boundary_too_large: { fa: 'محدوده بیش از {points} نقطه دارد.', en: 'The boundary has more than {points} points.' },
  import_parent_missing: {
    fa: 'واحد بالاتر (شهر، بخش یا شهرستان) را بنویسید.',
    en: 'Name the parent (city, district or county).',
  },
  import_parent_unknown: {
    fa: 'چنین واحد بالاتری در محدوده شما نیست.',
    en: 'There is no such parent in your area.',
  },
  import_parent_ambiguous: {
    fa: '{count} واحد به این نام هست؛ کد یا شهرستان آن را بنویسید.',
    en: '{count} units have this name; give its code or county.',
  },
  import_parent_differs: {
    fa: 'این واحد زیر واحد دیگری ثبت شده است. جابه‌جایی از صفحه خود واحد انجام می‌شود.',
    en: 'This unit lies under another parent. Units are moved on their own page, not by a file.',
  },
  import_kind_differs: {
    fa: 'این کد برای واحدی از نوع دیگر ثبت شده است.',
    en: 'This code belongs to a unit of another kind.',
  },
  import_outside_area: { fa: 'این مورد بیرون از محدوده شماست.', en: 'This lies outside your area.' },
  import_row_twice: { fa: 'همین مورد در ردیف {line} هم آمده است.', en: 'The same stands in row {line}.' },
  passport_base_unknown: {
    fa: 'این پایگاه در این واحد ثبت نشده است.',
    en: 'There is no such base in this unit.',
  },
  passport_person_unknown: { fa: 'چنین شخصی ثبت نشده است.', en: 'There is no such person.' },
} as const satisfies Reasons;
