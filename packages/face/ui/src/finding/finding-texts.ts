import type { Locale } from '@mahalleh/kernel';

type FindingTexts = {
  readonly choose: string;
  readonly typeToFind: string;
  readonly wipe: string;
  readonly looking: string;
  readonly notAsked: string;
  readonly noneFound: string;
  readonly found: (count: string) => string;
};

/** The words of choosing and finding. */
export const FINDING_TEXTS: Readonly<Record<Locale, FindingTexts>> = {
  fa: {
    choose: 'انتخاب کنید',
    typeToFind: 'بنویسید تا پیدا شود',
    wipe: 'پاک کردن',
    looking: 'در حال جست‌وجو…',
    notAsked: 'جست‌وجو نشد؛ دوباره بنویسید',
    noneFound: 'چیزی با این نام نیست',
    found: (count) => `${count} مورد`,
  },
  en: {
    choose: 'Choose',
    typeToFind: 'Type to find',
    wipe: 'Clear',
    looking: 'Searching…',
    notAsked: 'The search did not get through; type again',
    noneFound: 'Nothing of this name',
    found: (count) => `${count} found`,
  },
};
