import type { Locale } from '@mahalleh/kernel';

type TableTexts = {
  readonly selected: (count: string) => string;
  readonly clear: string;
  readonly selectAll: string;
  readonly select: (what: string) => string;
  readonly remove: string;
  readonly filters: string;
  readonly apply: string;
  readonly columns: string;
  readonly density: string;
  readonly comfortable: string;
  readonly compact: string;
  readonly range: (from: string, to: string, total: string) => string;
  readonly previous: string;
  readonly next: string;
};

/** The words of tables and lists. */
export const TABLE_TEXTS: Readonly<Record<Locale, TableTexts>> = {
  fa: {
    selected: (count) => `${count} مورد انتخاب شد`,
    clear: 'برداشتن صافی‌ها',
    selectAll: 'انتخاب همه این صفحه',
    select: (what) => `انتخاب ${what}`,
    remove: 'برداشتن',
    filters: 'صافی',
    apply: 'اعمال',
    columns: 'ستون‌ها',
    density: 'فشردگی سطرها',
    comfortable: 'راحت',
    compact: 'فشرده',
    range: (from, to, total) => `${from} تا ${to} از ${total}`,
    previous: 'قبلی',
    next: 'بعدی',
  },
  en: {
    selected: (count) => `${count} selected`,
    clear: 'Clear filters',
    selectAll: 'Select all on this page',
    select: (what) => `Select ${what}`,
    remove: 'Remove',
    filters: 'Filter',
    apply: 'Apply',
    columns: 'Columns',
    density: 'Density of rows',
    comfortable: 'Comfortable',
    compact: 'Compact',
    range: (from, to, total) => `${from}–${to} of ${total}`,
    previous: 'Previous',
    next: 'Next',
  },
};
