import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of adopting. */
export const adoptReasons = {
  adoption_unknown: { fa: 'چنین به‌کارگیری نیست.', en: 'There is no such adoption.' },
} as const satisfies Reasons;
