import type { PostTold } from '@mahalleh/experiences';
import type { ProvinceSlug } from '@mahalleh/kernel';

/** A post of the sample; invented. `daysAgo`: when it was published. */
export type SamplePost = Pick<PostTold, 'id' | 'kind' | 'domain' | 'title' | 'tried' | 'outcome' | 'advice'> & {
  readonly province: ProvinceSlug;
  readonly daysAgo: number;
  readonly figures: readonly string[];
};

/** What somebody answers to a post of the sample, or with what they adopt it; invented. */
export type SampleLine = {
  readonly id: string;
  readonly post: string;
  readonly by: ProvinceSlug | 'ministry';
  readonly daysAgo: number;
  readonly body: string;
};

const POST = {
  lights: '019a1f00-0000-7000-8000-0000000000a1',
  houses: '019a1f00-0000-7000-8000-0000000000a2',
  mosques: '019a1f00-0000-7000-8000-0000000000a3',
  market: '019a1f00-0000-7000-8000-0000000000a4',
} as const;
const line = (n: number): string => `019a1f00-0000-7000-8000-0000000000b${n}`;

/** The posts of the sample. */
export const SAMPLE_POSTS: readonly SamplePost[] = [
  {
    ...{ id: POST.lights, province: 'qom', kind: 'experience', domain: 'civil_works', daysAgo: 34 },
    title: 'روشنایی کوچه‌ها بدون بودجه استانی (نمونه)',
    tried:
      'در سه محله به جای درخواست اعتبار، فهرست کوچه‌های تاریک در شورای پیشرفت نوشته شد؛ شهرداری چراغ‌های انبار را داد و گروه جهادی با اهالی آن‌ها را در دو آخر هفته نصب کرد.',
    outcome: 'همه کوچه‌های فهرست در کمتر از یک ماه روشن شد و ماندگاری چراغ‌ها پس از دو ماه بازدید شد.',
    advice: 'پیش از نصب با اداره برق هماهنگ کنید و نگه‌داری را به یک نفر از شورا بسپارید.',
    figures: ['operations_without_budget', 'operations_done'],
  },
  {
    ...{ id: POST.houses, province: 'qom', kind: 'suggestion', domain: 'culture', daysAgo: 12 },
    title: 'برنامه هفتگی یکسان برای خانه‌های محله (نمونه)',
    tried: 'مردم نمی‌دانند خانه محله چه روزی برای چه کاری باز است؛ هر محله برنامه خود را دارد.',
    outcome: 'پیشنهاد می‌شود روز و ساعت کارهای همگانی در همه استان‌ها یکی باشد و روی در خانه محله نوشته شود.',
    advice: 'استان‌هایی که چنین برنامه‌ای دارند تجربه خود را بنویسند.',
    figures: [],
  },
  {
    ...{ id: POST.mosques, province: 'qazvin', kind: 'experience', domain: 'culture', daysAgo: 25 },
    title: 'فعال‌کردن مسجدها به عنوان پایگاه محله (نمونه)',
    tried: 'برای هر مسجد یک نشست با هیئت امنا برگزار شد و ساعت‌های بازبودن برای کار محله نوشته شد.',
    outcome: 'شمار پایگاه‌های فعال در چند ماه بیشتر شد و شوراها جای ثابتی برای نشست یافتند.',
    advice: 'با مسجدهایی آغاز کنید که پیش‌تر هم کار محله‌ای داشته‌اند.',
    figures: ['bases_active', 'progress_councils'],
  },
  {
    ...{ id: POST.market, province: 'lorestan', kind: 'experience', domain: 'livelihood', daysAgo: 18 },
    title: 'بازارچه هفتگی تولیدهای محله (نمونه)',
    tried: 'حیاط یک مدرسه در روزهای تعطیل برای فروش تولیدهای محله باز شد و شهرداری نظافت آن را پذیرفت.',
    outcome: 'بازارچه هر هفته برپا می‌شود و فهرست ظرفیت‌های محله کامل‌تر شده است.',
    advice: null,
    figures: ['capacities'],
  },
];

/** What Qom has begun to write in the sample and not yet published. */
export const SAMPLE_DRAFT = {
  id: '019a1f00-0000-7000-8000-0000000000c1',
  kind: 'experience',
  domain: 'education',
  title: 'کلاس‌های تقویتی در مسجد با معلمان داوطلب (نمونه)',
  tried: 'معلمان داوطلب عصرها در مسجد محله درس دادند.',
} as const;

/** The answers of the sample. */
export const SAMPLE_ANSWERS: readonly SampleLine[] = [
  {
    ...{ id: line(1), post: POST.lights, by: 'qazvin', daysAgo: 30 },
    body: 'نگه‌داری چراغ‌ها پس از شش ماه با چه کسی است؟ در راه‌آهن همین پرسش پیش آمد. (نمونه)',
  },
  {
    ...{ id: line(2), post: POST.lights, by: 'ministry', daysAgo: 28 },
    body: 'تجربه خوبی است؛ نتیجه را با شاخص احساس امنیت نیز بسنجید. (نمونه)',
  },
  {
    ...{ id: line(3), post: POST.mosques, by: 'qom', daysAgo: 20 },
    body: 'در قم هم با مسجدهای پیشران آغاز کردیم؛ قرار نوشته کار را آسان کرد. (نمونه)',
  },
  {
    ...{ id: line(4), post: POST.mosques, by: 'lorestan', daysAgo: 15 },
    body: 'نمونه قرار با هیئت امنا را هم بگذارید. (نمونه)',
  },
];

/** Who does so too, in the sample. */
export const SAMPLE_ADOPTIONS: readonly Omit<SampleLine, 'id'>[] = [
  { post: POST.lights, by: 'qazvin', daysAgo: 26, body: 'در محله راه‌آهن (نمونه)' },
  { post: POST.mosques, by: 'qom', daysAgo: 19, body: 'در مسجدهای پیشران (نمونه)' },
];
