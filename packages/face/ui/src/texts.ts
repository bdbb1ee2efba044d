import type { Locale } from '@mahalleh/kernel';

/** The words that every page brings along. What tables, figures and fields say lies beside them; what a page says comes through props. */
export type UiTexts = {
  readonly skip: string;
  readonly loading: string;
  readonly all: string;
  readonly retry: string;
  readonly undo: string;
  readonly close: string;
  readonly trace: string;
  readonly offline: string;
  readonly offlineKept: string;
  readonly optional: string;
  readonly more: string;
  readonly breadcrumb: string;
};

/** The texts in both languages. */
export const UI_TEXTS: Readonly<Record<Locale, UiTexts>> = {
  fa: {
    skip: 'رفتن به متن',
    loading: 'در حال آوردن',
    all: 'همه',
    retry: 'تلاش دوباره',
    undo: 'برگرداندن',
    close: 'بستن',
    trace: 'شناسه رخداد',
    offline: 'به شبکه وصل نیستید',
    offlineKept: 'آنچه می‌نویسید در همین صفحه می‌ماند؛ پس از وصل شدن بفرستید.',
    optional: 'اختیاری',
    more: 'بیشتر',
    breadcrumb: 'جایگاه این صفحه',
  },
  en: {
    skip: 'Skip to content',
    loading: 'Loading',
    all: 'All',
    retry: 'Try again',
    undo: 'Undo',
    close: 'Close',
    trace: 'Event id',
    offline: 'You are offline',
    offlineKept: 'What you type stays on this page; send it once you are back.',
    optional: 'optional',
    more: 'More',
    breadcrumb: 'Breadcrumb',
  },
};
