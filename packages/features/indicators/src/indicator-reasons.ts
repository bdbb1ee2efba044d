import type { Reasons } from '@mahalleh/kernel';
import { doubtReasons } from './doubt-reasons.ts';

/** The texts of every reason that indicators and their measurements raise. */
export const indicatorReasons = {
  indicator_unknown: { fa: 'چنین شاخصی نیست.', en: 'There is no such indicator.' },
  indicator_retired: {
    fa: 'این شاخص کنار گذاشته شده است و دیگر سنجیده نمی‌شود.',
    en: 'This indicator was retired and is no longer measured.',
  },
  indicator_province_only: {
    fa: 'تعریف شاخص کار کسی است که همه استان در محدوده اوست.',
    en: 'Indicators are defined by those whose area is the whole province.',
  },
  indicator_key_malformed: {
    fa: 'نام در فرمول با حرف لاتین کوچک آغاز می‌شود و تنها حرف، رقم و _ دارد؛ مانند dropout_rate.',
    en: 'The name in formulas begins with a small Latin letter and holds letters, digits and _ only, as dropout_rate.',
  },
  indicator_key_taken: {
    fa: 'شاخص دیگری همین نام را در فرمول دارد.',
    en: 'Another indicator has this name in formulas.',
  },
  indicator_key_reserved: { fa: '«{key}» واژه خود فرمول است.', en: '"{key}" is a word of formulas themselves.' },
  indicator_not_additive: {
    fa: 'تنها شمار، نفر، ریال، ساعت، روز و متر مربع در محله‌ها جمع می‌شود.',
    en: 'Only items, people, rials, hours, days and square metres add up over neighbourhoods.',
  },
  indicator_sum_of_formula: {
    fa: 'حاصل فرمول جمع نمی‌شود؛ اجزای آن جمع می‌شود و فرمول در هر سطح از نو حساب می‌شود.',
    en: 'What a formula gives does not add up: its parts do, and it is computed anew at each level.',
  },
  indicator_version_needs_reason: {
    fa: 'با تغییر فرمول، واحد یا جهت، معنای شاخص عوض و نسخه تازه‌ای آغاز می‌شود؛ دلیل را بنویسید.',
    en: 'Another formula, unit or direction changes the meaning and begins a new version; say why.',
  },
  indicator_unit_needed: {
    fa: 'فرمول «{key}» با واحد تازه جور در نمی‌آید.',
    en: 'The formula of "{key}" does not go with the new unit.',
  },
  indicator_is_read: {
    fa: '{count} شاخص دیگر این را در فرمول خود دارند: {names}',
    en: '{count} other indicators read this one in their formulas: {names}',
  },
  indicator_is_computed: {
    fa: 'این شاخص از فرمول به دست می‌آید و دستی وارد نمی‌شود.',
    en: 'This indicator is computed by its formula and not entered by hand.',
  },
  measurement_unknown: {
    fa: 'چنین سنجشی نیست، خط خورده است یا در محدوده شما نیست.',
    en: 'There is no such measurement, it was struck out, or it is not within your area.',
  },
  measurement_there: {
    fa: 'برای این دوره پیش‌تر عددی ثبت شده است؛ اگر نادرست است همان را تصحیح کنید.',
    en: 'There is a value for this period already; correct it if it is wrong.',
  },
  measurement_twice: { fa: 'این محله و دوره دو بار آمده است.', en: 'This unit and period come twice.' },
  measurement_same: { fa: 'همین عدد ثبت شده است.', en: 'This is the value on record.' },
  measurement_of_old_version: {
    fa: 'این سنجش از تعریف پیشین شاخص است و دیگر تغییر نمی‌کند.',
    en: 'This measurement belongs to an earlier definition and no longer changes.',
  },
  measurements_wrong: {
    fa: '{count} مورد پذیرفته نشد و چیزی ثبت نشد؛ موردهای نشان‌داده‌شده را اصلاح کنید.',
    en: '{count} entries cannot be taken, and nothing was saved; correct those that are marked.',
  },
  measurements_doubted: {
    fa: '{count} مورد عجیب می‌نماید. اگر درست است، دلیل را بنویسید و دوباره ثبت کنید؛ دلیل کنار عدد می‌ماند.',
    en: '{count} entries look odd. If they are right, say why and save again; the reason stays with the value.',
  },
  ...doubtReasons,
  people_count_missing: {
    fa: 'این شاخص درباره اشخاص است؛ بنویسید عدد بر پایه چند نفر است.',
    en: 'This indicator tells of people; say how many the value rests on.',
  },
  period_unknown: { fa: 'این دوره خوانده نشد.', en: 'This period is not understood.' },
  period_not_a_month: { fa: 'این شاخص ماهانه است؛ ماه را بنویسید: مهر ۱۴۰۵.', en: 'Measured by month: write 1405-07.' },
  period_not_a_season: {
    fa: 'این شاخص فصلی است؛ فصل را بنویسید: پاییز ۱۴۰۵.',
    en: 'Measured by season: write 1405-s3.',
  },
  period_not_a_year: { fa: 'این شاخص سالانه است؛ سال را بنویسید: ۱۴۰۵.', en: 'Measured by year: write 1405.' },
  period_not_a_once: { fa: 'این شاخص یک بار سنجیده می‌شود: once.', en: 'Measured once: write once.' },
  period_not_begun: { fa: 'این دوره {firstOn} آغاز می‌شود.', en: 'This period begins on {firstOn}.' },
  period_too_early: { fa: 'سنجش‌های پیش از سال ۱۳۹۰ پذیرفته نمی‌شود.', en: 'Nothing before the year 1390 is taken.' },
  import_indicator_unknown: {
    fa: 'شاخصی با این نام نیست؛ نام فارسی یا نام در فرمول را بنویسید.',
    en: 'There is no indicator of this name; give its title or its name in formulas.',
  },
  import_indicator_ambiguous: {
    fa: '{count} شاخص با این نام هست؛ نام در فرمول را بنویسید.',
    en: '{count} indicators have this name; give the name in formulas.',
  },
  aims_wrong: {
    fa: 'چیزی ثبت نشد؛ موردهای نشان‌داده‌شده را اصلاح کنید.',
    en: 'Nothing was saved; correct the entries that are marked.',
  },
} as const satisfies Reasons;
