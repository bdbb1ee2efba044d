import type { indicators, indicatorVersions } from '@mahalleh/indicators/schema';

type Indicator = typeof indicators.$inferInsert;
type Version = typeof indicatorVersions.$inferInsert;

/** An indicator of the sample, and how its invented course goes: from a value to another, with some disorder; `goal` is where it is to be. */
export type IndicatorText = Pick<
  Indicator,
  'key' | 'aim' | 'titleFa' | 'titleEn' | 'about' | 'ofFa' | 'ofEn' | 'source' | 'frequency' | 'population' | 'addsUp'
> &
  Pick<Version, 'unit' | 'direction' | 'formula'> & {
    readonly course?: {
      readonly from: number;
      readonly to: number;
      readonly goal: number;
      readonly disorder: number;
    };
    readonly reads?: readonly (readonly ['indicator' | 'metric', string])[];
  };

const things = { population: 'things', frequency: 'month', about: null, ofFa: null, ofEn: null } as const;
const asked = { ...things, population: 'people', addsUp: false, formula: null } as const;
const counted = { ...things, addsUp: true, formula: null } as const;
const computed = { ...things, addsUp: false } as const;

/** The indicators of the sample, in all five groups of aims. */
export const INDICATOR_TEXTS: readonly IndicatorText[] = [
  {
    ...asked,
    ...{ key: 'safe_at_night', aim: 'conditions', unit: 'percent', direction: 'more' },
    titleFa: 'احساس امنیت شبانه',
    titleEn: 'Feeling safe at night',
    about: 'سهم کسانی که در پاسخ به «آیا شب‌ها در محله احساس امنیت می‌کنید؟» گفته‌اند زیاد یا بسیار زیاد.',
    ofFa: 'پاسخ‌دهندگان',
    ofEn: 'of those asked',
    source: 'نظرسنجی ماهانه تسهیلگران محله',
    course: { from: 38, to: 49, goal: 60, disorder: 2 },
  },
  {
    ...counted,
    ...{ key: 'out_of_school', aim: 'conditions', unit: 'person', direction: 'less', population: 'people' },
    titleFa: 'بازماندگان از تحصیل',
    titleEn: 'Children out of school',
    ofFa: 'دانش‌آموز',
    ofEn: 'pupils',
    source: 'آموزش و پرورش شهرستان',
    course: { from: 64, to: 47, goal: 30, disorder: 2 },
  },
  {
    ...counted,
    ...{ key: 'dark_alleys', aim: 'conditions', unit: 'count', direction: 'less' },
    titleFa: 'گذرهای تاریک',
    titleEn: 'Unlit alleys',
    ofFa: 'گذر',
    ofEn: 'alleys',
    source: 'سرکشی شبانه شهرداری و مدیر محله',
    course: { from: 26, to: 21, goal: 5, disorder: 2 },
  },
  {
    ...counted,
    ...{ key: 'culture_events', aim: 'culture', unit: 'count', direction: 'more' },
    titleFa: 'برنامه‌های فرهنگی محله',
    titleEn: 'Cultural events of the neighbourhood',
    ofFa: 'برنامه',
    ofEn: 'events',
    source: 'کمیته فرهنگ، آموزش و دین محله',
    course: { from: 3, to: 7, goal: 10, disorder: 1 },
  },
  {
    ...counted,
    ...{ key: 'small_jobs', aim: 'welfare', unit: 'count', direction: 'more' },
    titleFa: 'شغل‌های خرد راه‌افتاده',
    titleEn: 'Small jobs begun',
    ofFa: 'شغل',
    ofEn: 'jobs',
    source: 'کمیته پشتیبانی و معیشت محله',
    course: { from: 1, to: 6, goal: 9, disorder: 1 },
  },
  {
    ...computed,
    ...{ key: 'given_per_head', aim: 'welfare', unit: 'rial', direction: 'more' },
    titleFa: 'آورده برای هر نفر',
    titleEn: 'Contributions per head',
    source: 'آورده‌های ثبت‌شده عملیات و جمعیت شناسنامه',
    formula: "metric('contribution.rial') ÷ population",
    reads: [['metric', 'contribution.rial']],
  },
  {
    ...asked,
    ...{ key: 'belonging', aim: 'capital', unit: 'score', direction: 'more' },
    titleFa: 'دلبستگی به محله',
    titleEn: 'Sense of belonging',
    about: 'میانگین پاسخ‌ها به پنج پرسش دلبستگی، از ۰ تا ۱۰۰.',
    source: 'نظرسنجی ماهانه تسهیلگران محله',
    course: { from: 52, to: 58, goal: 65, disorder: 1 },
  },
  {
    ...asked,
    ...{ key: 'hope', aim: 'capital', unit: 'score', direction: 'more' },
    titleFa: 'امید به آینده محله',
    titleEn: 'Hope for the neighbourhood',
    source: 'نظرسنجی ماهانه تسهیلگران محله',
    course: { from: 44, to: 51, goal: 60, disorder: 2 },
  },
  {
    ...computed,
    ...{ key: 'solved_share', aim: 'capital', unit: 'percent', direction: 'more' },
    titleFa: 'سهم مسئله‌های حل‌شده',
    titleEn: 'Share of problems solved',
    ofFa: 'مسئله‌های ثبت‌شده',
    ofEn: 'of those registered',
    source: 'نظام مسائل',
    formula: "100 × total('problem.solved') ÷ total('problem.registered')",
    reads: [
      ['metric', 'problem.solved'],
      ['metric', 'problem.registered'],
    ],
  },
  {
    ...counted,
    ...{ key: 'calls_123', aim: 'harms', unit: 'count', direction: 'less' },
    titleFa: 'تماس با اورژانس اجتماعی (۱۲۳)',
    titleEn: 'Calls to the social emergency line (123)',
    ofFa: 'تماس',
    ofEn: 'calls',
    source: 'بهزیستی شهرستان، تنها شمار',
    course: { from: 34, to: 27, goal: 20, disorder: 3 },
  },
  {
    ...computed,
    ...{ key: 'calls_per_1000', aim: 'harms', unit: 'per_1000', direction: 'less' },
    titleFa: 'تماس با ۱۲۳ به نسبت جمعیت',
    titleEn: 'Calls to 123 by population',
    source: 'بهزیستی شهرستان و جمعیت شناسنامه',
    formula: '1000 × calls_123 ÷ population',
    reads: [['indicator', 'calls_123']],
  },
];
