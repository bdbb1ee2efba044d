import { ROLES, TERMS } from './council-texts.ts';
import { followed } from './followed.ts';
import { SHEIKHABAD_FIRST } from './sheikhabad-first-work.ts';
import { SHEIKHABAD_CAPACITIES, SHEIKHABAD_LESSONS, SHEIKHABAD_PROBLEMS } from './sheikhabad-matters.ts';
import { SHEIKHABAD_LATER } from './sheikhabad-later-work.ts';
import type { StarterText } from './starter-text.ts';

/** Sheikhabad, a model neighbourhood of Qom: a dense old neighbourhood that began with what its residents put first. */
export const SHEIKHABAD: StarterText = {
  name: 'sheikhabad',
  province: 'qom',
  unit: 'شیخ‌آباد',
  title: 'الگوی شیخ‌آباد: از نشست اهالی تا کار دیده‌شده',
  summary:
    'شیخ‌آباد و پردیسان محله‌های الگوی قم‌اند که از قم خواسته شده است تجربه آن‌ها را به استان‌های دیگر بسپارد. این الگو سه گام را با زمان‌بندی دقیق می‌گوید: شورای پیشرفت محله با شش کمیته، نظام مسائل و بانک ظرفیت با ترتیب خود اهالی، و عملیات میدانی که هر کار آن یک مسئول دارد. بیشتر کارها بودجه نمی‌خواهد و با هماهنگی پیش می‌رود. بخش‌هایی از متن نمونه است: مسئله‌ها، زمان‌ها و شاخص‌ها برای نشان‌دادن کار سامانه ساخته شده است.',
  tags: ['بافت قدیمی', 'روشنایی', 'کلاس جبرانی', 'خانه محله'],
  size: 'large',
  domains: [
    'education',
    'sport',
    'culture',
    'women_heads_support',
    'social_harms',
    'livelihood',
    'employment',
    'civil_works',
    'environment',
    'health_monitoring',
    'crisis_management',
  ],
  roles: ROLES,
  bodies: [
    'municipality',
    'school_authority',
    'mosque_affairs',
    'jihadi_group',
    'red_crescent',
    'relief_committee',
    'health',
  ],
  duties: [
    ['civil_works', 'municipality', 'lead'],
    ['civil_works', 'jihadi_group', 'partner', 'نیرو برای کارهای عمرانی سبک'],
    ['environment', 'municipality', 'lead'],
    ['environment', 'jihadi_group', 'partner'],
    ['education', 'school_authority', 'lead'],
    ['education', 'mosque_affairs', 'partner', 'فراخوان معلمان داوطلب در مسجد'],
    ['sport', 'school_authority', 'lead'],
    ['culture', 'mosque_affairs', 'lead'],
    ['culture', 'school_authority', 'informed'],
    ['women_heads_support', 'relief_committee', 'lead', 'بی‌نام؛ تنها با شمار و برنامه'],
    ['livelihood', 'relief_committee', 'lead'],
    ['health_monitoring', 'health', 'lead'],
    ['crisis_management', 'red_crescent', 'lead'],
    ['crisis_management', 'municipality', 'partner'],
  ],
  terms: TERMS,
  problems: SHEIKHABAD_PROBLEMS,
  capacities: SHEIKHABAD_CAPACITIES,
  indicators: [
    followed('dark_alleys', [-12, 6]),
    followed('culture_events', [4, 6]),
    followed('small_jobs', [4, 6]),
    followed('safe_at_night', [10, 9]),
    followed('out_of_school', [-15, 9]),
    followed('solved_share', [25, 9]),
  ],
  operations: [...SHEIKHABAD_FIRST, ...SHEIKHABAD_LATER],
  targets: [
    {
      ...{ key: 'mosques', titleFa: 'مسجدهای فعال به‌عنوان پایگاه محله', titleEn: 'Mosques active as bases' },
      ...{ metric: ['base.active', 'kind=mosque'], baseline: 1, goal: 4, lasts: 180 },
    },
    {
      ...{ key: 'solved', titleFa: 'مسئله حل‌شده و تأییدشده', titleEn: 'Problems solved and confirmed' },
      ...{ metric: ['problem.solved', null], baseline: 0, goal: 8, lasts: 200 },
    },
    {
      ...{ key: 'done', titleFa: 'عملیات پایان‌یافته', titleEn: 'Operations done' },
      ...{ metric: ['operation.count', 'status=done'], baseline: 0, goal: 7, lasts: 180 },
    },
    {
      ...{ key: 'dark', titleFa: 'گذرهای تاریک', titleEn: 'Unlit alleys' },
      ...{ indicator: 'dark_alleys', baseline: 20, goal: 5, lasts: 120 },
    },
  ],
  lessons: SHEIKHABAD_LESSONS,
};
