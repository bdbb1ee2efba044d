import type { Audience, Blocker } from '@mahalleh/operations/choices';

/** The agencies of an office in their order. */
export type Act = 'municipality' | 'school' | 'relief' | 'health' | 'red_crescent' | 'jihadi';

/** A task that is told in full. Days are counted from today. */
export type ToldTask = {
  readonly title: string;
  readonly from: number;
  readonly due: number;
  /** Done on this day. */
  readonly done?: number;
  /** What it waits for: places in the same operation from 1, or `operation/place`; and the days between. */
  readonly after?: readonly (number | string)[];
  readonly lag?: number;
  readonly isMilestone?: boolean;
  readonly act?: Act;
  readonly blocked?: { readonly by: Blocker; readonly note: string; readonly act: Act };
  /** The due day that was planned first, and why it moved. */
  readonly late?: { readonly due: number; readonly why: string };
};

/** What was given: its kind, value in rials or hours, by whom. */
export type ToldGift = {
  readonly kind: 'money' | 'work' | 'goods' | 'place';
  readonly valueRial?: number;
  readonly hours?: number;
  readonly note: string;
  readonly act: Act;
};

/** An operation that is told in full. */
export type ToldOperation = {
  readonly key: string;
  readonly domain: string;
  readonly title: string;
  readonly goal: string;
  readonly measure: string;
  readonly status: 'planned' | 'running' | 'done';
  readonly act: Act;
  readonly audience: Audience;
  readonly isAtPoint?: boolean;
  readonly from: number;
  readonly to: number;
  readonly late?: { readonly to: number; readonly why: string };
  readonly isApproved?: boolean;
  readonly tasks: readonly ToldTask[];
  readonly gifts: readonly ToldGift[];
  readonly result?: { readonly note: string; readonly value: number };
  /** Pairs of photos of one view, before and after: what they show. */
  readonly views?: readonly string[];
};

const MILLION = 1_000_000;

/** The five operations of Sheikhabad: one late, one blocked, one at risk, one planned after another, one done. */
export const SHEIKHABAD_PLAN: readonly ToldOperation[] = [
  {
    key: 'light',
    domain: 'civil_works',
    title: 'روشنایی کوچه‌های ۸ تا ۱۴',
    goal: 'روشن‌بودن همه گذرهای تاریک محله در شب',
    measure: 'شمار چراغ‌های روشن',
    status: 'running',
    act: 'municipality',
    audience: 'everyone',
    isAtPoint: true,
    from: -46,
    to: 16,
    late: { to: 7, why: 'بارندگی و ناتمام‌ماندن خاک‌برداری' },
    isApproved: true,
    tasks: [
      { title: 'نقشه چراغ‌های خاموش', from: -46, due: -39, done: -39 },
      { title: 'تحویل دوازده چراغ از انبار شهرداری', from: -38, due: -29, done: -28, after: [1], act: 'municipality' },
      {
        title: 'نصب پایه و چراغ، کوچه‌های ۸ تا ۱۱',
        from: -26,
        due: -9,
        after: [2],
        act: 'municipality',
        late: { due: -16, why: 'بارندگی و ناتمام‌ماندن خاک‌برداری' },
      },
      { title: 'نصب پایه و چراغ، کوچه‌های ۱۲ تا ۱۴', from: -8, due: 4, after: [3], act: 'municipality' },
      { title: 'سرکشی شبانه و ثبت عکس', from: 5, due: 9, after: [4] },
      { title: 'تحویل به شهرداری', from: 12, due: 12, after: [5], lag: 2, isMilestone: true },
    ],
    gifts: [
      { kind: 'goods', valueRial: 96 * MILLION, note: 'دوازده چراغ و پایه از انبار', act: 'municipality' },
      { kind: 'work', hours: 120, note: 'حفر و نصب به دست گروه جهادی', act: 'jihadi' },
      { kind: 'place', valueRial: 6 * MILLION, note: 'حیاط خانه محله برای نگهداری چراغ‌ها', act: 'municipality' },
    ],
    views: ['کوچه ۸ از سر گذر', 'کوچه ۹ کنار دبستان'],
  },
  {
    key: 'class',
    domain: 'education',
    title: 'کلاس جبرانی عصر',
    goal: 'بازگشت بازماندگان از درس به مدرسه',
    measure: 'شمار دانش‌آموزان حاضر در هر نوبت',
    status: 'running',
    act: 'school',
    audience: 'students',
    isAtPoint: true,
    from: -28,
    to: 66,
    isApproved: true,
    tasks: [
      { title: 'گفت‌وگو با دبستان شهدا برای کلاس خالی', from: -28, due: -22, done: -23, act: 'school' },
      { title: 'برنامه درس‌ها و نوبت‌ها', from: -21, due: -12, done: -13, after: [1], act: 'school' },
      { title: 'فراخوان معلم داوطلب', from: -21, due: -10, done: -10, after: [1] },
      { title: 'نوبت نخست کلاس‌ها', from: -8, due: 22, after: [2, 3], act: 'school' },
      { title: 'گفت‌وگو با خانواده‌ها درباره ادامه', from: -8, due: 12, after: [3] },
      { title: 'نوبت دوم کلاس‌ها', from: 26, due: 56, after: [4], lag: 3, act: 'school' },
      { title: 'سنجش پایان دوره', from: 60, due: 60, after: [6], lag: 2, isMilestone: true },
    ],
    gifts: [
      { kind: 'place', valueRial: 30 * MILLION, note: 'سه کلاس خالی دبستان در عصر', act: 'school' },
      { kind: 'work', hours: 64, note: 'تدریس معلمان داوطلب', act: 'school' },
      { kind: 'goods', valueRial: 18 * MILLION, note: 'کتاب کمک‌درسی', act: 'relief' },
    ],
  },
  {
    key: 'sewing',
    domain: 'women_heads_support',
    title: 'کارگاه خیاطی زنان سرپرست خانوار',
    goal: 'درآمد پایدار در خود محله',
    measure: 'شمار فراگیرانی که سفارش گرفته‌اند',
    status: 'running',
    act: 'relief',
    audience: 'women_heads',
    from: -15,
    to: 75,
    isApproved: true,
    tasks: [
      { title: 'آماده‌سازی جا در خانه محله', from: -15, due: -8, done: -9 },
      { title: 'آوردن شش چرخ خیاطی', from: -7, due: 2, after: [1], act: 'relief' },
      { title: 'برنامه بیست‌وچهار جلسه', from: -7, due: -3, done: -4, act: 'relief' },
      { title: 'دوره نخست', from: 7, due: 52, after: [2, 3], act: 'relief' },
      { title: 'بازارچه پایان دوره', from: 60, due: 60, after: [4], lag: 5, isMilestone: true },
    ],
    gifts: [
      { kind: 'money', valueRial: 45 * MILLION, note: 'کمک خیریه برای پارچه', act: 'relief' },
      { kind: 'goods', valueRial: 180 * MILLION, note: 'شش چرخ خیاطی', act: 'relief' },
      { kind: 'work', hours: 40, note: 'آموزش مربی داوطلب', act: 'jihadi' },
    ],
  },
  {
    key: 'health',
    domain: 'health_monitoring',
    title: 'پایش سلامت سالمندان',
    goal: 'پایش ماهانه فشار خون در خود محله',
    measure: 'شمار پایش‌ها',
    status: 'done',
    act: 'health',
    audience: 'elderly',
    from: -70,
    to: -14,
    isApproved: true,
    tasks: [
      { title: 'هماهنگی با خانه بهداشت', from: -70, due: -62, done: -63, act: 'health' },
      { title: 'نوبت نخست پایش', from: -60, due: -50, done: -50, after: [1], act: 'health' },
      { title: 'نوبت دوم پایش', from: -40, due: -30, done: -31, after: [2], act: 'health' },
      { title: 'نوبت سوم پایش', from: -24, due: -16, done: -16, after: [3], act: 'health' },
    ],
    gifts: [
      { kind: 'work', hours: 54, note: 'پایش به دست بهورزان', act: 'health' },
      { kind: 'place', valueRial: 9 * MILLION, note: 'شبستان مسجد در سه نوبت', act: 'jihadi' },
    ],
    result: { note: 'دویست‌وده پایش در سه نوبت انجام شد؛ نوبت ماهانه در خانه بهداشت ماند.', value: 210 },
  },
  {
    key: 'ground',
    domain: 'sport',
    title: 'زمین ورزش دختران',
    goal: 'زمین امن برای ورزش دختران محله',
    measure: 'ساعت بهره‌برداری در هفته',
    status: 'planned',
    act: 'school',
    audience: 'women',
    isAtPoint: true,
    from: 1,
    to: 84,
    tasks: [
      {
        title: 'واگذاری زمین خاکی کنار مدرسه',
        from: 1,
        due: 18,
        act: 'municipality',
        blocked: { by: 'permit', note: 'واگذاری زمین هنوز تأیید نشده است.', act: 'municipality' },
      },
      { title: 'هموارکردن زمین', from: 20, due: 33, after: [1] },
      { title: 'نصب حصار', from: 34, due: 46, after: [2] },
      { title: 'دروازه و تور', from: 34, due: 40, after: [2], act: 'school' },
      { title: 'روشنایی زمین', from: 47, due: 56, after: [3, 'light/6'], act: 'municipality' },
      { title: 'گشایش', from: 62, due: 62, after: [4, 5], lag: 4, isMilestone: true },
    ],
    gifts: [],
  },
];

/** The pilot of Qazvin, around the mosque of Javad al-A’emmeh. */
export const RAILWAY_PLAN: readonly ToldOperation[] = [
  {
    key: 'base',
    domain: 'culture',
    title: 'مسجد جوادالائمه، پایگاه محله',
    goal: 'یک جای همیشه باز برای مردم محله',
    measure: 'ساعت باز بودن پایگاه در هفته',
    status: 'running',
    act: 'jihadi',
    audience: 'everyone',
    isAtPoint: true,
    from: -40,
    to: 44,
    isApproved: true,
    tasks: [
      { title: 'آماده‌سازی اتاق محله در مسجد', from: -40, due: -26, done: -27 },
      { title: 'میز راهنمایی و تلفن پایگاه', from: -25, due: -16, done: -16, after: [1] },
      { title: 'نوبت‌بندی خادمان داوطلب', from: -15, due: -4, done: -5, after: [2] },
      { title: 'چهار هفته آزمایشی', from: -3, due: 24, after: [3] },
      { title: 'گشایش پایگاه', from: 28, due: 28, after: [4], lag: 2, isMilestone: true },
    ],
    gifts: [
      { kind: 'place', valueRial: 60 * MILLION, note: 'اتاق کنار شبستان', act: 'jihadi' },
      { kind: 'work', hours: 90, note: 'رنگ‌کاری و نوبت خادمان', act: 'jihadi' },
      { kind: 'goods', valueRial: 22 * MILLION, note: 'میز، قفسه و رایانه', act: 'municipality' },
    ],
    views: ['اتاق محله در مسجد'],
  },
  {
    key: 'crossing',
    domain: 'civil_works',
    title: 'گذر امن راه‌آهن برای دانش‌آموزان',
    goal: 'رفت‌وآمد بی‌خطر دانش‌آموزان از خط',
    measure: 'شمار گذرهای ایمن',
    status: 'running',
    act: 'municipality',
    audience: 'children',
    isAtPoint: true,
    from: -34,
    to: 30,
    isApproved: true,
    tasks: [
      { title: 'توافق با راه‌آهن درباره جای گذر', from: -34, due: -22, done: -21, act: 'municipality' },
      { title: 'نرده‌کشی دو سوی خط', from: -20, due: -5, after: [1], act: 'municipality' },
      { title: 'چراغ و تابلو', from: -4, due: 8, after: [2], act: 'municipality' },
      { title: 'آموزش دبستان‌ها', from: 9, due: 18, after: [3], act: 'school' },
    ],
    gifts: [
      { kind: 'money', valueRial: 240 * MILLION, note: 'اعتبار شهرداری برای نرده', act: 'municipality' },
      { kind: 'work', hours: 48, note: 'یاری گروه جهادی در نرده‌کشی', act: 'jihadi' },
    ],
  },
  {
    key: 'youth',
    domain: 'sport',
    title: 'پاتوق ورزشی عصر نوجوانان',
    goal: 'جای ورزش عصر برای نوجوانان',
    measure: 'شمار نوجوانان در هفته',
    status: 'planned',
    act: 'school',
    audience: 'youth',
    isAtPoint: true,
    from: 6,
    to: 60,
    tasks: [
      { title: 'توافق با مدرسه درباره سالن', from: 6, due: 14, act: 'school' },
      { title: 'مربی داوطلب', from: 6, due: 20 },
      { title: 'نوبت نخست', from: 31, due: 52, after: [1, 2, 'base/5'], lag: 2 },
    ],
    gifts: [],
  },
];
