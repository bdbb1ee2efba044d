import type { Audience } from '@mahalleh/operations/choices';

/** What an invented operation is: for a problem of its domain, in tasks. */
export type OperationText = {
  readonly domain: string;
  readonly audience: Audience;
  readonly title: string;
  readonly goal: string;
  readonly measure: string;
  readonly tasks: readonly string[];
  readonly result: string;
  readonly value: number;
};

const text = (
  domain: string,
  audience: Audience,
  title: string,
  goal: string,
  measure: string,
  value: number,
  result: string,
  ...tasks: string[]
): OperationText => ({
  domain,
  audience,
  title,
  goal,
  measure,
  value,
  result,
  tasks,
});

/** The field operations of the sample. */
export const OPERATION_TEXTS: readonly OperationText[] = [
  text(
    'civil_works',
    'everyone',
    'روشنایی کوچه‌های محله',
    'روشن‌بودن همه گذرها در شب',
    'شمار چراغ‌های روشن',
    12,
    'دوازده چراغ روشن شد و سرکشی ماهانه آغاز شد.',
    'تهیه نقشه چراغ‌های خاموش',
    'تحویل چراغ از انبار شهرداری',
    'نصب چراغ‌ها',
    'سرکشی شبانه و ثبت عکس',
  ),
  text(
    'education',
    'students',
    'کلاس جبرانی عصر',
    'بازگشت بازماندگان به درس',
    'شمار دانش‌آموزان حاضر',
    38,
    'سی‌وهشت دانش‌آموز یک نوبت کامل آمدند.',
    'گفت‌وگو با مدرسه برای کلاس خالی',
    'تهیه فهرست درس‌ها',
    'برگزاری نوبت نخست',
  ),
  text(
    'sport',
    'youth',
    'آماده‌سازی زمین ورزش',
    'زمین امن برای بازی',
    'ساعت بهره‌برداری در هفته',
    18,
    'زمین با حصار و دو دروازه باز شد.',
    'توافق با مالک زمین',
    'هموارکردن زمین',
    'نصب حصار و دروازه',
  ),
  text(
    'culture',
    'students',
    'بازکردن کتابخانه در عصر',
    'دسترسی دانش‌آموزان به کتابخانه',
    'مراجعه در هفته',
    140,
    'کتابخانه چهار عصر در هفته باز است.',
    'برنامه نوبت عصر',
    'معرفی به مدرسه‌ها',
  ),
  text(
    'employment',
    'job_seekers',
    'کارگاه خیاطی',
    'درآمد پایدار در محله',
    'شمار فراگیران',
    16,
    'شانزده نفر دوره را گذراندند و هفت سفارش گرفته شد.',
    'آماده‌سازی جا در خانه محله',
    'آوردن چرخ‌ها',
    'برگزاری دوره',
    'بازارچه پایان دوره',
  ),
  text(
    'environment',
    'everyone',
    'پاک‌سازی زمین‌های رها',
    'محله بی‌پسماند انباشته',
    'تن پسماند برداشته',
    24,
    'بیست‌وچهار تن پسماند برداشته و جایگاه گذاشته شد.',
    'نشانه‌گذاری زمین‌ها',
    'روز پاک‌سازی همگانی',
    'نصب جایگاه پسماند',
  ),
  text(
    'health_monitoring',
    'elderly',
    'پایش فشار خون سالمندان',
    'پایش ماهانه در خود محله',
    'شمار پایش‌ها',
    210,
    'دویست‌وده پایش در سه نوبت انجام شد.',
    'هماهنگی با خانه بهداشت',
    'نوبت نخست پایش',
    'نوبت دوم پایش',
  ),
  text(
    'crisis_management',
    'everyone',
    'جای امن روز زلزله',
    'هر خانوار جای گردآمدن را بداند',
    'شمار تابلوها',
    9,
    'نه تابلو نصب و یک مانور برگزار شد.',
    'تهیه نقشه اضطراری',
    'نصب تابلوها',
    'مانور محله',
  ),
  text(
    'livelihood',
    'families',
    'تعاونی مصرف محله',
    'کالای اساسی با نرخ مصوب',
    'شمار اعضا',
    160,
    'تعاونی با ۱۶۰ عضو باز شد.',
    'ثبت تعاونی',
    'آماده‌سازی جا کنار مسجد',
    'گشایش',
  ),
];
