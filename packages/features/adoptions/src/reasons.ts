import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that adoptions raise. */
export const adoptionsReasons = {
  adoption_unknown: { fa: 'چنین به‌کارگیری نیست.', en: 'There is no such adoption.' },
} as const satisfies Reasons;
