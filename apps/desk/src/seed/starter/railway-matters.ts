import type { CapacityTold, LessonTold, ProblemTold } from './starter-text.ts';

/** The problems of the Railway neighbourhood that others beside a line have as well. */
export const RAILWAY_PROBLEMS: readonly ProblemTold[] = [
  {
    key: 'closed_mosque',
    domain: 'culture',
    severity: 4,
    title: 'مسجدهایی که جز وقت نماز بسته‌اند',
    description: 'محله جای همیشه باز ندارد و اهالی برای هر کار باید به چند اداره بروند.',
    whys: ['اهالی جایی برای گفتن مسئله ندارند.', 'مسجد جز وقت نماز بسته است.', 'برای ساعت‌های دیگر خادم و برنامه نیست.'],
    solution: 'مسجد پیشران، پایگاه محله با میز راهنمایی و نوبت خادمان داوطلب.',
  },
  {
    key: 'crossing',
    domain: 'civil_works',
    severity: 5,
    title: 'گذر ناامن دانش‌آموزان از خط راه‌آهن',
    description: 'دانش‌آموزان برای رسیدن به مدرسه از خط می‌گذرند و گذر نرده و چراغ ندارد.',
    whys: [
      'دانش‌آموز از میان خط می‌گذرد.',
      'گذر ایمن دور است و نرده شکسته است.',
      'نگهداری حریم خط میان چند دستگاه مانده است.',
    ],
    solution: 'توافق با راه‌آهن بر سر جای گذر، نرده، چراغ و آموزش دبستان‌ها.',
  },
  {
    key: 'dark',
    domain: 'civil_works',
    severity: 4,
    title: 'تاریکی گذرهای کنار خط',
    description: 'گذرهای چسبیده به خط چراغ ندارد و شب‌ها خلوت است.',
    whys: ['گذر شب‌ها تاریک است.', 'چراغ‌ها سوخته است.', 'نوبت سرکشی نیست.'],
    solution: 'نقشه چراغ‌های خاموش و نصب با شهرداری.',
  },
  {
    key: 'waste',
    domain: 'environment',
    severity: 4,
    title: 'پسماند در حریم خط',
    description: 'حریم خط جای ریختن پسماند شده است و زمین از راه‌آهن است.',
    whys: ['پسماند در حریم می‌ماند.', 'گردآوری با کسی نیست.', 'زمین از راه‌آهن و پاک‌سازی آن با شهرستان است.'],
    solution: 'ارجاع به شورای راهبری شهرستان با عکس و شمار، و نوبت مشترک راه‌آهن و شهرداری.',
  },
  {
    key: 'youth',
    domain: 'sport',
    severity: 3,
    title: 'بی‌برنامه‌ماندن نوجوانان در عصر',
    description: 'نوجوانان عصرها جای ورزش و برنامه ندارند.',
    whys: ['عصرها برنامه‌ای نیست.', 'سالن مدرسه بسته است.', 'مربی و بیمه در کار نیست.'],
    solution: 'پاتوق ورزشی عصر در سالن مدرسه با مربی داوطلب.',
  },
  {
    key: 'jobs',
    domain: 'employment',
    severity: 4,
    title: 'بیکاری جوانان محله',
    description: 'در گفت‌وگوهای شورا، کار نخستین خواست جوانان بود.',
    whys: ['جوانان کار ندارند.', 'مهارت آنان با کارگاه‌های پیرامون نمی‌خواند.', 'کارگاه‌ها و محله با هم پیوندی ندارند.'],
    solution: 'دوره مهارت در خود کارگاه‌های پیرامون، با کارفرمایان محله.',
  },
  {
    key: 'overlap',
    domain: 'livelihood',
    severity: 3,
    title: 'کار جداگانه چند نهاد برای یک گروه',
    description: 'چند نهاد هر یک به شیوه خود کمک می‌رسانند؛ بخشی دو بار می‌گیرد و بخشی هیچ.',
    whys: ['کمک‌ها هم‌پوشانی دارد.', 'نهادها از کار هم خبر ندارند.', 'تقسیم کار نوشته نشده است.'],
    solution: 'میز هماهنگی ماهانه نهادها در پایگاه؛ تنها با شمار و برنامه، بی‌نام.',
  },
  {
    key: 'park',
    domain: 'social_harms',
    severity: 4,
    title: 'خلوتی زمین‌های کنار خط در شب',
    description: 'زمین‌های کنار خط شب‌ها خلوت است و خانواده‌ها از آن پرهیز می‌کنند.',
    whys: ['خانواده‌ها به آنجا نمی‌روند.', 'جای تاریک و بی‌برنامه است.'],
    solution: 'روشنایی و یک برنامه هفتگی خانواده‌ها در نزدیک‌ترین بوستان.',
  },
];

/** What to look for in a neighbourhood like Railway. */
export const RAILWAY_CAPACITIES: readonly CapacityTold[] = [
  {
    key: 'mosque',
    kind: 'place',
    title: 'مسجد پیشران با اتاقی برای محله',
    domains: ['culture'],
    note: 'مسجدی که اهالی آن را از خود می‌دانند؛ اتاقی کنار شبستان بس است.',
  },
  {
    key: 'servants',
    kind: 'skill',
    title: 'خادمان داوطلب برای نوبت‌های پایگاه',
    domains: ['culture'],
    note: 'هر کس هفته‌ای یک نوبت.',
  },
  {
    key: 'gym',
    kind: 'place',
    title: 'سالن مدرسه در عصر',
    domains: ['sport'],
    note: 'با بیمه و نگهبان.',
  },
  {
    key: 'coaches',
    kind: 'skill',
    title: 'مربیان ورزش ساکن محله',
    domains: ['sport'],
    note: 'از راه هیئت‌های ورزشی بپرسید.',
  },
  {
    key: 'workshops',
    kind: 'institution',
    title: 'کارگاه‌های پیرامون محله',
    domains: ['employment'],
    note: 'برای دوره مهارت و کارآموزی.',
    quantity: 3,
  },
  {
    key: 'railway',
    kind: 'institution',
    title: 'اداره راه‌آهن',
    domains: ['civil_works', 'environment'],
    note: 'مالک حریم خط؛ از آغاز در کار باشد.',
  },
  {
    key: 'fence',
    kind: 'equipment',
    title: 'نرده و تابلو در انبار شهرداری',
    domains: ['civil_works'],
    note: 'پیش از خواستن بودجه بپرسید.',
    quantity: 60,
  },
  {
    key: 'jihadi',
    kind: 'institution',
    title: 'گروه جهادی یا پایگاه بسیج با نیروی عمرانی',
    domains: ['civil_works', 'environment'],
    note: 'برای نرده‌کشی و پاک‌سازی.',
  },
  {
    key: 'computer',
    kind: 'equipment',
    title: 'میز، قفسه و رایانه برای میز راهنمایی',
    domains: ['culture'],
    note: 'از انبار دستگاه‌ها.',
    quantity: 1,
  },
];

/** What Railway learnt. */
export const RAILWAY_LESSONS: readonly LessonTold[] = [
  {
    key: 'lead_mosque',
    title: 'یک مسجد پیشران، نه همه با هم',
    text: 'قزوین می‌خواهد ۲۶۳ مسجد را پایگاه محله کند. راه‌آهن با یک مسجد آغاز کرد و مسجدهای دیگر از خادمان همان یاد گرفتند.',
  },
  {
    key: 'owner',
    title: 'مالک زمین را از روز نخست بیاورید',
    text: 'کار گذر تا وقتی راه‌آهن در جلسه نبود پیش نرفت. مالک حریم باید در نخستین جلسه باشد.',
  },
  {
    key: 'above',
    title: 'آنچه از توان محله بیرون است زود بالا بفرستید',
    text: 'پسماند حریم با شهرستان است. ارجاع با عکس، شمار و مهلت پاسخ گرفت؛ گلایه در جلسه پاسخ نگرفت.',
  },
  {
    key: 'hours',
    title: 'ساعت باز بودن پایگاه را بنویسید و نگه دارید',
    text: 'پایگاهی که سه بار بسته دیده شود دیگر پایگاه نیست. نوبت خادمان را چنان بنویسید که بیماری یک نفر در را نبندد.',
  },
  {
    key: 'one_table',
    title: 'نهادها را سر یک میز بنشانید',
    text: 'هم‌پوشانی کمک‌ها وقتی پیدا شد که هر نهاد برنامه ماه خود را روی میز گذاشت؛ نام هیچ خانواده‌ای لازم نشد.',
  },
];
