import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of the catalogue and of review. */
export const catalogueReasons = {
  template_unknown: { fa: 'چنین الگویی نیست.', en: 'There is no such template.' },
} as const satisfies Reasons;
