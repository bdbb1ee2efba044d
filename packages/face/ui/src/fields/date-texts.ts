import type { Locale } from '@mahalleh/kernel';

type DateTexts = {
  readonly dateHint: string;
  readonly dateUnread: string;
};

/** The words of a day that is typed. */
export const DATE_TEXTS: Readonly<Record<Locale, DateTexts>> = {
  fa: {
    dateHint: 'مانند ۱۴۰۵/۰۹/۰۱',
    dateUnread: 'این تاریخ خوانده نشد',
  },
  en: {
    dateHint: 'Such as 1405/09/01 or 2026-11-22',
    dateUnread: 'This date could not be read',
  },
};
