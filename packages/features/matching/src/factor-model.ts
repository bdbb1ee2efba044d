import type { Bilingual } from '@mahalleh/kernel';

/** What a match is weighed by. The last one counts against it. */
export const FACTORS = ['domain', 'kind', 'distance', 'free', 'solved', 'duty', 'quantity', 'promised'] as const;
/** What a match is weighed by. */
export type Factor = (typeof FACTORS)[number];

/** What counts against a match. */
export const AGAINST: readonly Factor[] = ['promised'];

/** What the factors are called. */
export const FACTOR_TITLES: Readonly<Record<Factor, Bilingual>> = {
  domain: { fa: 'همان حوزه', en: 'Same domain' },
  kind: { fa: 'نوع ظرفیت به کار حوزه می‌آید', en: 'The kind serves the domain' },
  distance: { fa: 'نزدیکی', en: 'Nearness' },
  free: { fa: 'آزاد بودن', en: 'Free when needed' },
  solved: { fa: 'پیشینه حل مسئله مانند این', en: 'Has solved problems like it' },
  duty: { fa: 'دستگاه مسئول همین حوزه', en: 'Its agency has the duty here' },
  quantity: { fa: 'کافی بودن', en: 'Enough of it' },
  promised: { fa: 'درگیر جای دیگر', en: 'Promised elsewhere' },
};
