import { ROLES, TERMS } from './council-texts.ts';
import { followed } from './followed.ts';
import { PARDISAN_CAPACITIES, PARDISAN_LESSONS, PARDISAN_PROBLEMS } from './pardisan-matters.ts';
import { PARDISAN_WORK } from './pardisan-work.ts';
import type { StarterText } from './starter-text.ts';

/** Pardisan, a model neighbourhood of Qom: a large new town whose residents have just come. */
export const PARDISAN: StarterText = {
  name: 'pardisan',
  province: 'qom',
  unit: 'پردیسان',
  title: 'الگوی پردیسان: شهرک نوساز، از مجتمع تا محله',
  summary:
    'پردیسان، در کنار شیخ‌آباد، محله الگوی قم است. در شهرک نوساز همسایگان تازه آمده‌اند و محله هنوز ساخته نشده است؛ این الگو از مدیران مجتمع‌ها آغاز می‌کند و با کارهایی که چند بلوک با هم می‌کنند به شورای پیشرفت محله می‌رسد. برنامه دقیق و زمان‌بندی دقیق دارد و برای گسترش به محله‌های دیگر نوشته شده است. بخش‌هایی از متن نمونه است: مسئله‌ها، زمان‌ها و شاخص‌ها برای نشان‌دادن کار سامانه ساخته شده است.',
  tags: ['شهرک نوساز', 'مجتمع مسکونی', 'تالار مطالعه', 'بازارچه'],
  size: 'large',
  domains: [
    'education',
    'sport',
    'health',
    'culture',
    'employment',
    'civil_works',
    'environment',
    'public_security',
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
    ['environment', 'municipality', 'lead'],
    ['environment', 'jihadi_group', 'partner', 'نیرو برای روز پاک‌سازی'],
    ['sport', 'municipality', 'lead', 'خیابان بازی تا ساخته‌شدن زمین‌های عمومی'],
    ['education', 'school_authority', 'lead'],
    ['education', 'mosque_affairs', 'partner'],
    ['culture', 'mosque_affairs', 'lead'],
    ['culture', 'municipality', 'partner'],
    ['employment', 'relief_committee', 'lead'],
    ['health', 'health', 'lead'],
    ['crisis_management', 'red_crescent', 'lead'],
    ['crisis_management', 'municipality', 'informed'],
  ],
  terms: [
    ...TERMS,
    {
      key: 'block',
      for: 'role/trustee',
      title: 'شرح وظایف رابط مجتمع',
      text: [
        '۱. رساندن خبر شورا به ساکنان مجتمع و سخن ساکنان به شورا، بی‌نام.',
        '۲. نگهداری کلید و برنامه سالن مجتمع در ساعت‌هایی که به محله داده شده است.',
        '۳. همراهی در تمرین روز حادثه و سرکشی به کپسول‌ها و راه خروج.',
      ].join('\n'),
    },
  ],
  problems: PARDISAN_PROBLEMS,
  capacities: PARDISAN_CAPACITIES,
  indicators: [
    followed('culture_events', [5, 6]),
    followed('small_jobs', [5, 6]),
    followed('belonging', [6, 9]),
    followed('solved_share', [20, 9]),
    {
      ...{ key: 'block_contacts', aim: 'capital', unit: 'percent', direction: 'more' },
      titleFa: 'مجتمع‌های دارای رابط',
      titleEn: 'Blocks with a contact',
      about: 'سهم مجتمع‌های مسکونی محله که یک رابط با شورا دارند.',
      ofFa: 'مجتمع‌ها',
      ofEn: 'of the blocks',
      source: 'فهرست تسهیلگران محله',
      ...{ formula: null, frequency: 'month', population: 'things', addsUp: false },
      ...{ expectedChange: 60, expectedMonths: 6 },
    },
    followed('given_per_head', [40_000, 9]),
  ],
  operations: PARDISAN_WORK,
  targets: [
    {
      ...{ key: 'mosques', titleFa: 'مسجدهای فعال به‌عنوان پایگاه محله', titleEn: 'Mosques active as bases' },
      ...{ metric: ['base.active', 'kind=mosque'], baseline: 2, goal: 8, lasts: 200 },
    },
    {
      ...{ key: 'capacities', titleFa: 'ظرفیت‌های ثبت‌شده', titleEn: 'Capacities registered' },
      ...{ metric: ['capacity.count', null], baseline: 0, goal: 25, lasts: 90 },
    },
    {
      ...{ key: 'solved', titleFa: 'مسئله حل‌شده و تأییدشده', titleEn: 'Problems solved and confirmed' },
      ...{ metric: ['problem.solved', null], baseline: 0, goal: 10, lasts: 220 },
    },
    {
      ...{ key: 'contacts', titleFa: 'مجتمع‌های دارای رابط', titleEn: 'Blocks with a contact' },
      ...{ indicator: 'block_contacts', baseline: 10, goal: 80, lasts: 120 },
    },
  ],
  lessons: PARDISAN_LESSONS,
};

/** What is new in the second version of Pardisan. */
export const PARDISAN_CHANGES =
  'بازارچه یک هفته پس از تالار مطالعه آغاز می‌شود، نه هم‌زمان با آن؛ درس‌آموخته‌ای درباره تابستان افزوده شد. (نمونه)';

/** Pardisan as Qom would publish it next: the market after the study halls, and what a summer taught. */
export const PARDISAN_NEXT: StarterText = {
  ...PARDISAN,
  operations: PARDISAN_WORK.map((operation) =>
    operation.key === 'market' ? { ...operation, after: 'study', day: 7 } : operation,
  ),
  lessons: [
    ...PARDISAN_LESSONS,
    {
      key: 'summer',
      title: 'تابستان را از پیش ببینید',
      text: 'در تابستان دانشجویان به شهر خود می‌روند و تالارها بی‌راهنما می‌ماند. گروه دوم را از معلمان ساکن پیش از خرداد آماده کنید.',
    },
  ],
};
