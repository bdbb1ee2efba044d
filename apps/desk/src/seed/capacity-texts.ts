import type { CapacityKind } from '@mahalleh/capacity/model';
import type { Weekday } from '@mahalleh/kernel';

/** When an invented capacity opens, as people write it. */
export type Opening = Partial<Record<Weekday, string>>;

/** What an invented capacity is. A skill is named, never who has it. */
export type CapacityText = {
  readonly kind: CapacityKind;
  readonly name: string;
  readonly note: string;
  readonly domain: string | null;
  readonly quantity?: number;
  readonly amountRial?: number;
  readonly available?: string;
  readonly opening?: Opening;
  readonly isClosedOnHolidays?: boolean;
  /** What it is booked for, time after time. */
  readonly uses?: readonly string[];
};

const WORKDAYS: readonly Weekday[] = ['saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];
const EVERY_DAY: readonly Weekday[] = [...WORKDAYS, 'thursday', 'friday'];
const on = (days: readonly Weekday[], hours: string): Opening => Object.fromEntries(days.map((day) => [day, hours]));

/** What every neighbourhood that is told in full has: of each kind something; two places, two kinds of equipment and a fund are used. */
export const MAIN_CAPACITIES: readonly CapacityText[] = [
  {
    kind: 'place',
    name: 'تالار خانه محله',
    note: 'هشتاد صندلی و پرده نمایش دارد.',
    domain: 'culture',
    opening: { ...on(WORKDAYS, '8 تا 12، 16 تا 21'), thursday: '8 تا 13', friday: '16 تا 21' },
    uses: ['جلسه شورای پیشرفت محله', 'کلاس جبرانی ریاضی', 'نشست مادران محله', 'نمایش فیلم برای نوجوانان'],
  },
  {
    kind: 'equipment',
    name: 'چرخ خیاطی صنعتی',
    note: 'در کارگاه محله نگهداری می‌شود.',
    domain: 'employment',
    quantity: 6,
    opening: on([...WORKDAYS, 'thursday'], '8 تا 19'),
    uses: ['دوره خیاطی', 'دوخت پرده مدرسه', 'دوخت لباس کار'],
  },
  {
    kind: 'fund',
    name: 'صندوق خیران محله',
    note: 'از کمک خیران؛ هیئت امنای مسجد نگه می‌دارد.',
    domain: 'livelihood',
    amountRial: 850_000_000,
    uses: ['خرید نخ و پارچه کارگاه', 'اجاره بالابر برای نصب چراغ'],
  },
  {
    kind: 'equipment',
    name: '۱۲ چراغ خیابانی در انبار شهرداری',
    note: 'آماده تحویل است.',
    domain: 'civil_works',
    quantity: 12,
    opening: on(WORKDAYS, '8 تا 14'),
  },
  {
    kind: 'place',
    name: 'کلاس‌های عصر دبستان',
    note: 'چهار کلاس خالی در نوبت عصر.',
    domain: 'education',
    opening: on(WORKDAYS, '14 تا 18:30'),
    isClosedOnHolidays: true,
    uses: ['سوادآموزی بزرگسالان', 'کلاس جبرانی علوم'],
  },
  {
    kind: 'equipment',
    name: 'صندلی تاشو',
    note: 'برای مراسم و جلسه‌های محله، در انبار مسجد.',
    domain: 'culture',
    quantity: 120,
    opening: on(EVERY_DAY, '9 تا 20'),
    uses: ['جشن نیمه شعبان', 'مراسم محله', 'جلسه عمومی'],
  },
  {
    kind: 'institution',
    name: 'خیریه محله',
    note: 'در تهیه بسته آموزشی و کالا همراهی می‌کند.',
    domain: 'livelihood',
    isClosedOnHolidays: true,
    opening: on(WORKDAYS, '9 تا 13'),
  },
  { kind: 'skill', name: 'خیاطی و الگو', note: 'برای آموزش در کارگاه.', domain: 'employment', quantity: 4 },
];

/** The other capacities that the sample's neighbourhoods have. */
export const CAPACITY_TEXTS: readonly CapacityText[] = [
  {
    kind: 'institution',
    name: 'گروه جهادی دانشگاه',
    note: 'برای کارهای عمرانی سبک نیرو می‌فرستد.',
    domain: 'civil_works',
    available: 'پنجشنبه و جمعه',
    opening: on(['thursday', 'friday'], '8 تا 16'),
  },
  {
    kind: 'institution',
    name: 'سازمان مردم‌نهاد آموزش',
    note: 'مربی برای کلاس جبرانی دارد.',
    domain: 'education',
    available: 'عصرهای زوج',
    opening: on(['saturday', 'monday', 'wednesday'], '16 تا 19'),
  },
  { kind: 'place', name: 'زمین خاکی کنار مدرسه', note: 'برای ورزش آماده‌شدنی است.', domain: 'sport' },
  {
    kind: 'place',
    name: 'حیاط مسجد',
    note: 'جای بازارچه هفتگی را دارد.',
    domain: 'employment',
    available: 'پنجشنبه‌ها',
    opening: { thursday: '8 تا 18' },
    uses: ['بازارچه هفتگی'],
  },
  {
    kind: 'equipment',
    name: 'دستگاه سنجش فشار خون',
    note: 'در خانه بهداشت است.',
    domain: 'health_monitoring',
    quantity: 3,
    opening: on(WORKDAYS, '8 تا 13'),
    uses: ['پایش فشار خون در مسجد'],
  },
  {
    kind: 'equipment',
    name: 'کامیون کوچک پسماند',
    note: 'هفته‌ای یک روز در اختیار محله است.',
    domain: 'environment',
    quantity: 1,
    available: 'دوشنبه‌ها',
    opening: { monday: '7 تا 15' },
    uses: ['پاکسازی زمین‌های رهاشده'],
  },
  {
    kind: 'fund',
    name: 'اعتبار نشاط اجتماعی محله',
    note: 'از شهرداری، برای برنامه‌های تابستان.',
    domain: 'culture',
    amountRial: 300_000_000,
    uses: ['جایزه مسابقه محله'],
  },
  {
    kind: 'skill',
    name: 'برق‌کاری ساختمان',
    note: 'سه نفر آماده کار داوطلبانه‌اند.',
    domain: 'civil_works',
    quantity: 3,
    available: 'جمعه‌ها',
    opening: { friday: '8 تا 17' },
  },
  {
    kind: 'skill',
    name: 'آموزش ریاضی دبیرستان',
    note: 'برای کلاس جبرانی.',
    domain: 'education',
    quantity: 2,
    available: 'عصرها',
    opening: on(WORKDAYS, '16 تا 20'),
  },
  { kind: 'skill', name: 'نهال‌کاری و نگهداری درخت', note: 'برای بوستان محله.', domain: 'environment', quantity: 5 },
];
