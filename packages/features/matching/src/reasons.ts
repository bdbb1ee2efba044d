import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that matching raises. */
export const matchingReasons = {
  match_rule_unknown: { fa: 'چنین معیاری نیست.', en: 'There is no such rule.' },
  match_params_unfit: {
    fa: 'این عددها برای این معیار درست نیست: {field}',
    en: 'These numbers do not fit this rule: {field}',
  },
  match_near_beyond_far: {
    fa: 'فاصله «نزدیک» باید کمتر از فاصله «دور» باشد.',
    en: 'What is near must be less than what is far.',
  },
  match_needs_weight: {
    fa: 'دست‌کم یک معیار باید وزن داشته باشد.',
    en: 'At least one rule must have a weight.',
  },
} as const satisfies Reasons;
