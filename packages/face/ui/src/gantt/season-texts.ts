import type { Locale } from '@mahalleh/kernel';

type SeasonTexts = {
  readonly spring: string;
  readonly summer: string;
  readonly autumn: string;
  readonly winter: string;
};

/** The words of the seasons. */
export const SEASON_TEXTS: Readonly<Record<Locale, SeasonTexts>> = {
  fa: {
    spring: 'بهار',
    summer: 'تابستان',
    autumn: 'پاییز',
    winter: 'زمستان',
  },
  en: {
    spring: 'Spring',
    summer: 'Summer',
    autumn: 'Autumn',
    winter: 'Winter',
  },
};
