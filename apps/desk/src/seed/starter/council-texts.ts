import type { RoleTold, TermsTold } from './starter-text.ts';

/** What each seat of the progress council is for, by the seat's key in the national charter. */
export const SEAT_DUTIES: Readonly<Record<string, string>> = {
  neighbourhood_manager: 'اداره جلسه‌ها، پیگیری مصوبه‌ها و پاسخ‌گویی به اهالی و به شورای راهبری شهرستان',
  imam: 'گشودن درِ مسجد به روی کارهای محله و دعوت اهالی به همراهی',
  basij_base: 'بسیج نیروی داوطلب و وسیله برای کارهای میدانی',
  school: 'پیوند مدرسه با محله و واگذاری کلاس و حیاط در ساعت‌های خالی',
  health_house: 'برنامه پایش سلامت محله، تنها با شمار و بی‌نام',
  trustee_1: 'رساندن سخن اهالی به شورا و سخن شورا به اهالی',
  trustee_2: 'رساندن سخن اهالی به شورا و سخن شورا به اهالی',
  municipality: 'پیگیری کارهای عمرانی و خدمات شهری محله در منطقه شهرداری',
  jihadi_group: 'آوردن نیروی جهادی برای کارهای عمرانی سبک',
};

/** What each of the six committees does, by its key in the national set. */
export const COMMITTEE_DUTIES: Readonly<Record<string, string>> = {
  health: 'برنامه پایش سلامت، آموزش بهداشت و پیوند با خانه بهداشت',
  civil_works: 'روشنایی، گذرها، آب‌های سطحی و جای کارهای عمومی محله',
  vitality_sport: 'ورزش همگانی، برنامه‌های شاد خانوادگی و جای بازی کودکان',
  security_social_harms: 'جای امن برای همه، با کاستن از زمینه آسیب؛ نه پرونده‌سازی برای کسی',
  support_livelihood: 'پشتیبانی، شغل خرد و پیوند خیران با نیازهای محله؛ شمارها بی‌نام',
  culture_education_religion: 'کلاس جبرانی، کتابخانه و برنامه‌های فرهنگی و دینی مسجد و خانه محله',
};

/** The offices that the plans of the library give their tasks to. */
export const ROLES: readonly RoleTold[] = [
  {
    key: 'manager',
    titleFa: 'مدیر محله',
    titleEn: 'Neighbourhood manager',
    office: 'neighbourhood_manager',
    duty: 'هماهنگی کارها و گزارش ماهانه به شورا',
  },
  {
    key: 'facilitator',
    titleFa: 'تسهیلگر محله',
    titleEn: 'Facilitator',
    office: null,
    duty: 'گفت‌وگو با اهالی، ثبت مسئله‌ها و ظرفیت‌ها و سنجش شاخص‌ها',
  },
  {
    key: 'imam',
    titleFa: 'امام جماعت مسجد',
    titleEn: 'Imam of the mosque',
    office: 'imam',
    duty: 'دعوت اهالی و میزبانی برنامه‌ها در مسجد',
  },
  {
    key: 'school',
    titleFa: 'نماینده مدرسه در شورا',
    titleEn: 'The school’s member of the council',
    office: 'school',
    duty: 'هماهنگی کلاس و سالن مدرسه و دعوت از معلمان',
  },
  {
    key: 'health_house',
    titleFa: 'نماینده خانه بهداشت در شورا',
    titleEn: 'The health house’s member of the council',
    office: 'health_house',
    duty: 'نوبت‌های پایش و آموزش بهداشت',
  },
  {
    key: 'municipality',
    titleFa: 'نماینده شهرداری در شورا',
    titleEn: 'The municipality’s member of the council',
    office: 'municipality',
    duty: 'پیگیری کارهای عمرانی در منطقه شهرداری',
  },
  {
    key: 'jihadi',
    titleFa: 'نماینده گروه جهادی در شورا',
    titleEn: 'The jihadi group’s member of the council',
    office: 'jihadi_group',
    duty: 'نیرو و وسیله برای کارهای میدانی',
  },
  {
    key: 'trustee',
    titleFa: 'معتمد محله',
    titleEn: 'Trustee of the residents',
    office: 'trustee',
    duty: 'گفت‌وگو با همسایگان و سرکشی به کارها',
  },
];

/** The terms of reference that every template of the library has. */
export const TERMS: readonly TermsTold[] = [
  {
    key: 'manager',
    for: 'seat/neighbourhood_manager',
    title: 'شرح وظایف مدیر محله',
    text: [
      '۱. فراخواندن شورای پیشرفت محله، دست‌کم ماهی یک بار، و پیگیری هر مصوبه تا پایان.',
      '۲. نگهداری نظام مسائل و بانک ظرفیت: هر مسئله با شاهد و با ترتیبی که خود اهالی گذاشته‌اند.',
      '۳. برای هر کار یک مسئول و یک مهلت؛ کار بی‌مسئول در برنامه نمی‌آید.',
      '۴. گزارش ماهانه به شورا و به اهالی: چه شد، چه ماند و چرا.',
      '۵. نگهداری پیوند با دبیر شورای راهبری شهرستان و فرستادن آنچه از توان محله بیرون است.',
    ].join('\n'),
  },
  {
    key: 'members',
    for: 'seat/trustee_1',
    title: 'شرح وظایف معتمدان محله',
    text: [
      '۱. شنیدن سخن همسایگان و آوردن آن به شورا، بی‌آنکه نام کسی نوشته شود.',
      '۲. همراهی در رأی‌گیری اولویت‌ها و گفتن نتیجه به اهالی.',
      '۳. سرکشی به کارهای در جریان و تأیید یا رد پایان کار.',
    ].join('\n'),
  },
  {
    key: 'committee',
    for: 'committee/civil_works',
    title: 'شرح وظایف کمیته عمران و زیرساخت',
    text: [
      '۱. سرکشی ماهانه به گذرها، جوی‌ها و چراغ‌ها و ثبت آنچه خراب است.',
      '۲. آماده‌کردن برنامه نوشته برای هر کار: زمان، مسئول، وسیله و آنچه محله خود می‌آورد.',
      '۳. هماهنگی با منطقه شهرداری پیش از آغاز هر کار و تحویل کار پس از آن.',
    ].join('\n'),
  },
  {
    key: 'support',
    for: 'committee/support_livelihood',
    title: 'شرح وظایف کمیته حمایت و معیشت',
    text: [
      '۱. پیوند خیران و نهادهای حمایتی با نیازهای محله.',
      '۲. هیچ نام، پرونده یا نشانی از خانواده‌ای در کمیته نوشته یا خوانده نمی‌شود؛ کمیته با شمار و برنامه کار می‌کند.',
      '۳. راه‌اندازی شغل خرد با آموزش، ابزار و جای فروش.',
    ].join('\n'),
  },
  {
    key: 'facilitator',
    for: 'role/facilitator',
    title: 'شرح وظایف تسهیلگر محله',
    text: [
      '۱. گفت‌وگوی گذر به گذر با اهالی و ثبت مسئله‌ها و ظرفیت‌ها در همان روز.',
      '۲. سنجش شاخص‌ها در موعد، به همان روشی که در تعریف شاخص آمده است.',
      '۳. گرفتن عکس پیش و پس از هر کار از یک جا، بی‌آنکه چهره کسی در آن باشد.',
    ].join('\n'),
  },
];
