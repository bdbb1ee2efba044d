import type { CapacityKind } from '@mahalleh/capacity/model';

/** What an invented capacity is. A skill is named, never who has it. */
export type CapacityText = {
  readonly kind: CapacityKind;
  readonly name: string;
  readonly note: string;
  readonly quantity: number | null;
  readonly domain: string | null;
  readonly available: string | null;
};

const text = (
  kind: CapacityKind,
  name: string,
  note: string,
  quantity: number | null,
  domain: string | null,
  available: string | null,
): CapacityText => ({
  kind,
  name,
  note,
  quantity,
  domain,
  available,
});

/** The capacities that the sample's neighbourhoods have. */
export const CAPACITY_TEXTS: readonly CapacityText[] = [
  text(
    'institution',
    'گروه جهادی دانشگاه',
    'برای کارهای عمرانی سبک نیرو می‌فرستد.',
    null,
    'civil_works',
    'پنجشنبه و جمعه',
  ),
  text('institution', 'خیریه محله', 'در تهیه بسته آموزشی و کالا همراهی می‌کند.', null, 'livelihood', null),
  text('institution', 'سازمان مردم‌نهاد آموزش', 'مربی برای کلاس جبرانی دارد.', null, 'education', 'عصرهای زوج'),
  text('place', 'تالار خانه محله', 'هشتاد صندلی و پرده نمایش دارد.', 80, 'culture', 'هر روز پس از ساعت ۱۶'),
  text('place', 'کلاس‌های عصر دبستان', 'چهار کلاس خالی در نوبت عصر.', 4, 'education', 'شنبه تا چهارشنبه'),
  text('place', 'زمین خاکی کنار مدرسه', 'برای ورزش آماده‌شدنی است.', 1, 'sport', null),
  text('place', 'حیاط مسجد', 'جای بازارچه هفتگی را دارد.', 1, 'employment', 'پنجشنبه‌ها'),
  text('equipment', '۱۲ چراغ خیابانی در انبار شهرداری', 'آماده تحویل است.', 12, 'civil_works', null),
  text('equipment', 'چرخ خیاطی صنعتی', 'در کارگاه محله نگهداری می‌شود.', 6, 'employment', null),
  text('equipment', 'دستگاه سنجش فشار خون', 'در خانه بهداشت است.', 3, 'health_monitoring', null),
  text('equipment', 'کامیون کوچک پسماند', 'هفته‌ای یک روز در اختیار محله است.', 1, 'environment', 'دوشنبه‌ها'),
  text('skill', 'برق‌کاری ساختمان', 'سه نفر آماده کار داوطلبانه‌اند.', 3, 'civil_works', 'جمعه‌ها'),
  text('skill', 'آموزش ریاضی دبیرستان', 'برای کلاس جبرانی.', 2, 'education', 'عصرها'),
  text('skill', 'خیاطی و الگو', 'برای آموزش در کارگاه.', 4, 'employment', null),
  text('skill', 'نهال‌کاری و نگهداری درخت', 'برای بوستان محله.', 5, 'environment', null),
];
