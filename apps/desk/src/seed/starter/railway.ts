import { ROLES, TERMS } from './council-texts.ts';
import { followed } from './followed.ts';
import { RAILWAY_CAPACITIES, RAILWAY_LESSONS, RAILWAY_PROBLEMS } from './railway-matters.ts';
import { RAILWAY_TABLE, RAILWAY_WORK } from './railway-work.ts';
import type { StarterText } from './starter-text.ts';

/** Railway, the pilot of Qazvin around the mosque of Javad al-A’emmeh, as it was published first. */
export const RAILWAY: StarterText = {
  name: 'railway',
  province: 'qazvin',
  unit: 'راه‌آهن',
  title: 'الگوی راه‌آهن: مسجد پیشران، پایگاه محله',
  summary:
    'قزوین کار را از محله راه‌آهن، پیرامون مسجد جوادالائمه، آغاز کرد تا الگوی محله‌های دیگر استان باشد؛ استان می‌خواهد ۲۶۳ مسجد را پایگاه محله کند. این الگو از گشودن یک مسجد پیشران آغاز می‌کند: پایگاهی همیشه باز، سپس نظام مسائل و بانک ظرفیت در همان پایگاه، و پس از آن عملیات میدانی. بخش‌هایی از متن نمونه است: مسئله‌ها، زمان‌ها و شاخص‌ها برای نشان‌دادن کار سامانه ساخته شده است.',
  tags: ['مسجد پیشران', 'پایگاه محله', 'کنار خط راه‌آهن'],
  size: 'large',
  domains: ['education', 'sport', 'culture', 'employment', 'social_harms', 'livelihood', 'civil_works', 'environment'],
  roles: ROLES,
  bodies: ['municipality', 'school_authority', 'mosque_affairs', 'jihadi_group', 'relief_committee'],
  duties: [
    ['culture', 'mosque_affairs', 'lead'],
    ['culture', 'jihadi_group', 'partner', 'آماده‌سازی پایگاه'],
    ['civil_works', 'municipality', 'lead'],
    ['civil_works', 'jihadi_group', 'partner'],
    ['environment', 'municipality', 'lead'],
    ['sport', 'school_authority', 'lead'],
    ['education', 'school_authority', 'lead'],
    ['employment', 'relief_committee', 'lead'],
    ['livelihood', 'relief_committee', 'lead', 'بی‌نام؛ تنها با شمار و برنامه'],
    ['livelihood', 'mosque_affairs', 'partner'],
  ],
  terms: [
    ...TERMS,
    {
      key: 'base',
      for: 'seat/imam',
      title: 'شرح وظایف میزبان پایگاه',
      text: [
        '۱. باز نگه‌داشتن پایگاه در ساعت‌های نوشته و گفتن تغییر آن از روز پیش.',
        '۲. نوبت‌بندی خادمان چنان که نبودن یک نفر در را نبندد.',
        '۳. رساندن هر مسئله‌ای که در میز راهنمایی گفته می‌شود به نظام مسائل، همان روز و بی‌نام گوینده.',
      ].join('\n'),
    },
  ],
  problems: RAILWAY_PROBLEMS,
  capacities: RAILWAY_CAPACITIES,
  indicators: [
    followed('culture_events', [4, 6]),
    followed('dark_alleys', [-8, 6]),
    followed('small_jobs', [3, 9]),
    followed('safe_at_night', [8, 9]),
    {
      ...{ key: 'base_hours', aim: 'capital', unit: 'hour', direction: 'more' },
      titleFa: 'ساعت باز بودن پایگاه در ماه',
      titleEn: 'Hours a month that the base is open',
      about: 'ساعت‌هایی که میز راهنمایی پایگاه باز بوده است، به نوشته دفتر نوبت خادمان.',
      ...{ ofFa: 'ساعت', ofEn: 'hours' },
      source: 'دفتر نوبت پایگاه',
      ...{ formula: null, frequency: 'month', population: 'things', addsUp: true },
      ...{ expectedChange: 120, expectedMonths: 3 },
    },
  ],
  operations: RAILWAY_WORK,
  targets: [
    {
      ...{ key: 'mosques', titleFa: 'مسجدهای فعال به‌عنوان پایگاه محله', titleEn: 'Mosques active as bases' },
      ...{ metric: ['base.active', 'kind=mosque'], baseline: 1, goal: 5, lasts: 180 },
    },
    {
      ...{ key: 'hours', titleFa: 'ساعت باز بودن پایگاه در ماه', titleEn: 'Hours a month that the base is open' },
      ...{ indicator: 'base_hours', baseline: 0, goal: 120, lasts: 60 },
    },
    {
      ...{ key: 'done', titleFa: 'عملیات پایان‌یافته', titleEn: 'Operations done' },
      ...{ metric: ['operation.count', 'status=done'], baseline: 0, goal: 5, lasts: 160 },
    },
  ],
  lessons: RAILWAY_LESSONS,
};

/** What is new in the second version of Railway. */
export const RAILWAY_CHANGES =
  'میز هماهنگی نهادها افزوده شد؛ آزمایش پایگاه از چهار هفته به شش هفته رسید؛ درس‌آموخته‌ای درباره نوبت‌های تابستان افزوده شد.';

/** Railway as it was published again, a longer trial and a table of the bodies later. */
export const RAILWAY_NEXT: StarterText = {
  ...RAILWAY,
  operations: [
    ...RAILWAY_WORK.map((operation) =>
      operation.key === 'base'
        ? {
            ...operation,
            lasts: 68,
            tasks: operation.tasks.map((task) =>
              task.key === 'trial' ? { ...task, title: 'شش هفته آزمایشی با گزارش هفتگی', lasts: 34 } : task,
            ),
          }
        : operation,
    ),
    RAILWAY_TABLE,
  ],
  lessons: [
    ...RAILWAY_LESSONS,
    {
      key: 'summer',
      title: 'نوبت‌های تابستان را جداگانه بنویسید',
      text: 'در تابستان ساعت نماز و گرمای روز نوبت‌ها را به هم زد. دو جدول، یکی برای هر نیمه سال، کار را آسان کرد.',
    },
  ],
};
