import type { Locale } from '@mahalleh/kernel';

/** The components' own words. What a page says comes through props. */
export type UiTexts = {
  readonly skip: string;
  readonly more: string;
  readonly breadcrumb: string;
  readonly optional: string;
  readonly all: string;
  readonly close: string;
  readonly undo: string;
  readonly cancel: string;
  readonly retry: string;
  readonly trace: string;
  readonly filters: string;
  readonly apply: string;
  readonly clear: string;
  readonly remove: string;
  readonly next: string;
  readonly previous: string;
  readonly range: (from: string, to: string, total: string) => string;
  readonly select: (what: string) => string;
  readonly selectAll: string;
  readonly selected: (count: string) => string;
  readonly choose: string;
  readonly ascending: string;
  readonly descending: string;
  readonly faults: string;
  readonly dateHint: string;
  readonly dateUnread: string;
  readonly missing: string;
  readonly suppressed: string;
  readonly reported: (reported: string, of: string) => string;
  readonly asOf: (when: string) => string;
  readonly stale: (when: string) => string;
  readonly definition: string;
  readonly table: string;
  readonly noData: string;
  readonly sample: string;
  readonly offline: string;
  readonly offlineKept: string;
  readonly vacant: string;
  readonly filledSeat: string;
  readonly below: (bound: string) => string;
  readonly andMore: (bound: string) => string;
  readonly ofSeats: (of: string) => string;
  readonly seats: (filled: string, of: string) => string;
  readonly of: (part: string, whole: string) => string;
  readonly bullet: (have: string, needed: string, target: string) => string;
  readonly today: string;
  readonly loading: string;
  readonly showPassword: string;
  readonly typeToFind: string;
  readonly looking: string;
  readonly noneFound: string;
  readonly notAsked: string;
  readonly found: (count: string) => string;
  readonly wipe: string;
  readonly spring: string;
  readonly summer: string;
  readonly autumn: string;
  readonly winter: string;
  readonly columns: string;
  readonly density: string;
  readonly comfortable: string;
  readonly compact: string;
};

/** The texts in both languages. */
export const UI_TEXTS: Readonly<Record<Locale, UiTexts>> = {
  fa: {
    skip: 'رفتن به متن',
    more: 'بیشتر',
    breadcrumb: 'جایگاه این صفحه',
    optional: 'اختیاری',
    all: 'همه',
    close: 'بستن',
    undo: 'برگرداندن',
    cancel: 'انصراف',
    retry: 'تلاش دوباره',
    trace: 'شناسه رخداد',
    filters: 'صافی',
    apply: 'اعمال',
    clear: 'برداشتن صافی‌ها',
    remove: 'برداشتن',
    next: 'بعدی',
    previous: 'قبلی',
    range: (from, to, total) => `${from} تا ${to} از ${total}`,
    select: (what) => `انتخاب ${what}`,
    selectAll: 'انتخاب همه این صفحه',
    selected: (count) => `${count} مورد انتخاب شد`,
    choose: 'انتخاب کنید',
    ascending: 'صعودی',
    descending: 'نزولی',
    faults: 'این فرم هنوز ثبت نشده است',
    dateHint: 'مانند ۱۴۰۵/۰۹/۰۱',
    dateUnread: 'این تاریخ خوانده نشد',
    missing: 'داده‌ای نرسیده',
    suppressed: 'کمتر از ۵',
    reported: (reported, of) => `از ${reported} استان؛ ${of} استان نرسیده`,
    asOf: (when) => `تا ${when}`,
    stale: (when) => `آخرین داده: ${when}`,
    definition: 'تعریف',
    table: 'جدول',
    noData: 'بی‌داده',
    sample: 'نمونه',
    offline: 'به شبکه وصل نیستید',
    offlineKept: 'آنچه می‌نویسید در همین صفحه می‌ماند؛ پس از وصل شدن بفرستید.',
    vacant: 'خالی',
    filledSeat: 'پر',
    below: (bound) => `زیر ${bound}`,
    andMore: (bound) => `${bound} و بیشتر`,
    ofSeats: (of) => `از ${of} کرسی`,
    seats: (filled, of) => `${filled} کرسی از ${of} پر است`,
    of: (part, whole) => `${part} از ${whole}`,
    bullet: (have, needed, target) => `${have} از ${target}؛ تا امروز ${needed} لازم بود`,
    today: 'امروز',
    loading: 'در حال آوردن',
    showPassword: 'نمایش گذرواژه',
    typeToFind: 'بنویسید تا پیدا شود',
    looking: 'در حال جست‌وجو…',
    noneFound: 'چیزی با این نام نیست',
    notAsked: 'جست‌وجو نشد؛ دوباره بنویسید',
    found: (count) => `${count} مورد`,
    wipe: 'پاک کردن',
    spring: 'بهار',
    summer: 'تابستان',
    autumn: 'پاییز',
    winter: 'زمستان',
    columns: 'ستون‌ها',
    density: 'فشردگی سطرها',
    comfortable: 'راحت',
    compact: 'فشرده',
  },
  en: {
    skip: 'Skip to content',
    more: 'More',
    breadcrumb: 'Breadcrumb',
    optional: 'optional',
    all: 'All',
    close: 'Close',
    undo: 'Undo',
    cancel: 'Cancel',
    retry: 'Try again',
    trace: 'Event id',
    filters: 'Filter',
    apply: 'Apply',
    clear: 'Clear filters',
    remove: 'Remove',
    next: 'Next',
    previous: 'Previous',
    range: (from, to, total) => `${from}–${to} of ${total}`,
    select: (what) => `Select ${what}`,
    selectAll: 'Select all on this page',
    selected: (count) => `${count} selected`,
    choose: 'Choose',
    ascending: 'ascending',
    descending: 'descending',
    faults: 'This form has not been saved yet',
    dateHint: 'Such as 1405/09/01 or 2026-11-22',
    dateUnread: 'This date could not be read',
    missing: 'No data received',
    suppressed: 'fewer than 5',
    reported: (reported, of) => `from ${reported} provinces; ${of} not received`,
    asOf: (when) => `As of ${when}`,
    stale: (when) => `Latest data: ${when}`,
    definition: 'Definition',
    table: 'Table',
    noData: 'No data',
    sample: 'Sample',
    offline: 'You are offline',
    offlineKept: 'What you type stays on this page; send it once you are back.',
    vacant: 'vacant',
    filledSeat: 'filled',
    below: (bound) => `under ${bound}`,
    andMore: (bound) => `${bound} or more`,
    ofSeats: (of) => `of ${of} seats`,
    seats: (filled, of) => `${filled} of ${of} seats filled`,
    of: (part, whole) => `${part} of ${whole}`,
    bullet: (have, needed, target) => `${have} of ${target}; ${needed} needed by today`,
    today: 'Today',
    loading: 'Loading',
    showPassword: 'Show password',
    typeToFind: 'Type to find',
    looking: 'Searching…',
    noneFound: 'Nothing of this name',
    notAsked: 'The search did not get through; type again',
    found: (count) => `${count} found`,
    wipe: 'Clear',
    spring: 'Spring',
    summer: 'Summer',
    autumn: 'Autumn',
    winter: 'Winter',
    columns: 'Columns',
    density: 'Density of rows',
    comfortable: 'Comfortable',
    compact: 'Compact',
  },
};
