import type { Bilingual } from '@mahalleh/kernel';

/** What a problem is scored by. */
export const CRITERIA = ['harm', 'spread', 'urgency', 'feasibility'] as const;
/** What a problem is scored by. */
export type Criterion = (typeof CRITERIA)[number];

/** How scores are made: criteria with their weights, in a version. */
export type ScoreMethod = {
  readonly version: number;
  readonly criteria: readonly { readonly key: Criterion; readonly weight: number }[];
};

/** The method that every province begins with. */
export const FIRST_METHOD: ScoreMethod = {
  version: 1,
  criteria: [
    { key: 'harm', weight: 4 },
    { key: 'spread', weight: 3 },
    { key: 'urgency', weight: 2 },
    { key: 'feasibility', weight: 1 },
  ],
};

/** What the criteria are called, and what is asked. */
export const CRITERION_TITLES: Readonly<Record<Criterion, Bilingual & { readonly ask: Bilingual }>> = {
  harm: {
    fa: 'آسیب',
    en: 'Harm',
    ask: { fa: 'زندگی مردم را چقدر سخت کرده است؟', en: 'How hard does it make people’s lives?' },
  },
  spread: {
    fa: 'گستره',
    en: 'Spread',
    ask: { fa: 'چه بخشی از محله را در بر می‌گیرد؟', en: 'How much of the neighbourhood does it touch?' },
  },
  urgency: {
    fa: 'فوریت',
    en: 'Urgency',
    ask: { fa: 'اگر امسال حل نشود چه می‌شود؟', en: 'What if it is not solved this year?' },
  },
  feasibility: {
    fa: 'شدنی بودن',
    en: 'Feasibility',
    ask: { fa: 'با توان خود محله چقدر شدنی است؟', en: 'How far can the neighbourhood do it by itself?' },
  },
};

/** The formula in words, for whoever asks how a score came about. */
export const SCORE_FORMULA: Bilingual = {
  fa: 'میانگین امتیاز هر معیار (۱ تا ۵) در وزن آن ضرب می‌شود؛ حاصل از ۰ (همه کمترین) تا ۱۰۰ (همه بیشترین) است.',
  en: 'Each criterion’s mean (1 to 5) is weighed; the result runs from 0 (everybody the least) to 100 (everybody the most).',
};

/** A score is far apart from the other side’s from here on. Unit: points of 100. */
export const WIDE_GAP = 25;
