import type { Draw } from './draw.ts';

const WOMEN = ['فاطمه', 'زهرا', 'مریم', 'نرگس', 'سمیه', 'لیلا', 'معصومه', 'نسرین', 'پروین', 'الهام', 'اعظم', 'طاهره'];
const MEN = ['علی', 'محمد', 'حسن', 'رضا', 'مهدی', 'حسین', 'سعید', 'جواد', 'کاظم', 'ابراهیم', 'مجید', 'ناصر'];
const FAMILIES = [
  'رضایی',
  'کاظمی',
  'نوری',
  'صالحی',
  'محمدی',
  'اکبری',
  'حسینی',
  'امینی',
  'کریمی',
  'موسوی',
  'جعفری',
  'احمدی',
  'رحیمی',
  'قاسمی',
  'یوسفی',
  'ابراهیمی',
  'سلیمانی',
  'مرادی',
  'شریفی',
  'توکلی',
  'باقری',
  'حیدری',
  'نجفی',
  'صادقی',
];

/** A person's name made of common ones: nobody in particular. The word at its end says so wherever it is shown. */
export const inventName = (draw: Draw): string =>
  `${draw.one(draw.whole(0, 1) ? WOMEN : MEN)} ${draw.one(FAMILIES)} (نمونه)`;

/** A name of a place with its Latin spelling. */
export type PlaceName = { readonly fa: string; readonly en: string };

const place = (fa: string, en: string): PlaceName => ({ fa, en });

/** Names that neighbourhoods have in many cities. */
export const NEIGHBOURHOODS: readonly PlaceName[] = [
  place('گلستان', 'Golestan'),
  place('آزادگان', 'Azadegan'),
  place('فرهنگیان', 'Farhangian'),
  place('امیرکبیر', 'Amirkabir'),
  place('ولیعصر', 'Valiasr'),
  place('بهارستان', 'Baharestan'),
  place('شهرک قدس', 'Shahrak-e Qods'),
  place('سعدی', 'Saadi'),
  place('حافظ', 'Hafez'),
  place('کوی فردوسی', 'Kuy-e Ferdowsi'),
  place('باغ ملی', 'Bagh-e Melli'),
  place('دروازه نو', 'Darvazeh Now'),
  place('سرچشمه', 'Sarcheshmeh'),
  place('شهرک مهر', 'Shahrak-e Mehr'),
  place('میدان کهنه', 'Meydan-e Kohneh'),
  place('جانبازان', 'Janbazan'),
];

/** Names that villages have in many provinces. */
export const VILLAGES: readonly PlaceName[] = [
  place('حسین‌آباد', 'Hoseynabad'),
  place('علی‌آباد', 'Aliabad'),
  place('محمدآباد', 'Mohammadabad'),
  place('احمدآباد', 'Ahmadabad'),
  place('مهدی‌آباد', 'Mehdiabad'),
  place('نصرت‌آباد', 'Nosratabad'),
  place('دولت‌آباد', 'Dowlatabad'),
  place('عباس‌آباد', 'Abbasabad'),
];

const MOSQUES = [
  'امام حسین',
  'امام حسن مجتبی',
  'امام رضا',
  'صاحب‌الزمان',
  'حضرت ابوالفضل',
  'جامع',
  'النبی',
  'امیرالمؤمنین',
  'امام صادق',
  'امام سجاد',
  'حضرت زهرا',
  'امام باقر',
  'امام علی',
  'فاطمیه',
  'زینبیه',
  'المهدی',
  'الغدیر',
  'قبا',
  'الزهرا',
  'موسی بن جعفر',
  'امام هادی',
  'امام عسکری',
  'سیدالشهدا',
  'بقیةالله',
  'حجت',
];

const digits = (n: number): string => String(n).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit);

/** The name of the n-th invented mosque of a neighbourhood. No two are alike. */
export const mosqueName = (n: number): string => {
  const name = MOSQUES[n % MOSQUES.length] ?? '';
  return n < MOSQUES.length ? `مسجد ${name}` : `مسجد ${name} ${digits(Math.floor(n / MOSQUES.length) + 1)}`;
};
