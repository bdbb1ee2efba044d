import type { Bilingual } from '@mahalleh/kernel';

/** The five groups of aims that indicators follow. Source: the aims of the Interior Ministry's action plan of Mehr 1404. */
export const AIM_GROUPS = ['conditions', 'culture', 'welfare', 'capital', 'harms'] as const;
/** A group of aims. */
export type AimGroup = (typeof AIM_GROUPS)[number];

/** What each group of aims is called, and what belongs to it. */
export const AIM_TITLES: Readonly<Record<AimGroup, Bilingual & { readonly about: Bilingual }>> = {
  conditions: {
    fa: 'وضعیت اجتماعی و اقتصادی',
    en: 'Social and economic conditions',
    about: {
      fa: 'آموزش، سلامت، اشتغال، مسکن و امنیت محله',
      en: 'Education, health, work, housing and safety of the neighbourhood',
    },
  },
  culture: {
    fa: 'فرهنگ',
    en: 'Culture',
    about: {
      fa: 'برنامه‌ها، فضاها و مشارکت فرهنگی محله',
      en: 'Cultural programmes, places and participation in the neighbourhood',
    },
  },
  welfare: {
    fa: 'معیشت و رفاه',
    en: 'Livelihood and welfare',
    about: { fa: 'درآمد، پوشش حمایتی و خدمات رفاهی', en: 'Income, support and welfare services' },
  },
  capital: {
    fa: 'سرمایه اجتماعی، امید و نشاط',
    en: 'Social capital, hope and vitality',
    about: {
      fa: 'اعتماد، دلبستگی به محله، کیفیت زندگی، امید و نشاط',
      en: 'Trust, sense of belonging, quality of life, hope and vitality',
    },
  },
  harms: {
    fa: 'کاهش آسیب‌های اجتماعی',
    en: 'Fewer social harms',
    about: {
      fa: 'شمار و سهم، تنها در سطح محله و بی‌نام',
      en: 'Numbers and shares, for whole neighbourhoods only and never by name',
    },
  },
};

/** What an indicator is measured in. */
export const UNITS = [
  'count',
  'person',
  'percent',
  'score',
  'per_1000',
  'rial',
  'hour',
  'day',
  'square_metre',
  'ratio',
] as const;
/** What an indicator is measured in. */
export type MeasureUnit = (typeof UNITS)[number];

/** The word of each unit, as it follows a number. */
export const UNIT_TITLES: Readonly<Record<MeasureUnit, Bilingual>> = {
  count: { fa: 'عدد', en: 'items' },
  person: { fa: 'نفر', en: 'people' },
  percent: { fa: 'درصد', en: 'per cent' },
  score: { fa: 'نمره از ۱۰۰', en: 'points of 100' },
  per_1000: { fa: 'در هر ۱٬۰۰۰ نفر', en: 'per 1,000 people' },
  rial: { fa: 'ریال', en: 'rials' },
  hour: { fa: 'ساعت', en: 'hours' },
  day: { fa: 'روز', en: 'days' },
  square_metre: { fa: 'متر مربع', en: 'square metres' },
  ratio: { fa: 'نسبت', en: 'ratio' },
};

/** Units of amounts: they add up over places, the others do not. */
export const ADDITIVE_UNITS: readonly MeasureUnit[] = ['count', 'person', 'rial', 'hour', 'day', 'square_metre'];
/** Units that are counted whole. */
export const WHOLE_UNITS: readonly MeasureUnit[] = ['count', 'person', 'rial'];
/** The most that a unit can be, where there is a most. */
export const MOST_OF_UNIT: Partial<Readonly<Record<MeasureUnit, number>>> = {
  percent: 100,
  score: 100,
  per_1000: 1000,
};

/** Which way is better. */
export const DIRECTIONS = ['more', 'less', 'neutral'] as const;
/** Which way is better. */
export type Direction = (typeof DIRECTIONS)[number];

/** The directions in words. */
export const DIRECTION_TITLES: Readonly<Record<Direction, Bilingual>> = {
  more: { fa: 'بیشتر بهتر است', en: 'more is better' },
  less: { fa: 'کمتر بهتر است', en: 'less is better' },
  neutral: { fa: 'نه بیشتر بهتر است و نه کمتر', en: 'neither way is better' },
};

/** How often an indicator is measured. */
export const FREQUENCIES = ['month', 'season', 'year', 'once'] as const;
/** How often an indicator is measured. */
export type Frequency = (typeof FREQUENCIES)[number];

/** The frequencies in words. */
export const FREQUENCY_TITLES: Readonly<Record<Frequency, Bilingual>> = {
  month: { fa: 'هر ماه', en: 'every month' },
  season: { fa: 'هر فصل', en: 'every season' },
  year: { fa: 'هر سال', en: 'every year' },
  once: { fa: 'یک بار', en: 'once' },
};

/** Whether an indicator tells of people, whose small numbers are not kept, or of things. */
export const POPULATIONS = ['things', 'people'] as const;
/** Whether an indicator tells of people or of things. */
export type Population = (typeof POPULATIONS)[number];
