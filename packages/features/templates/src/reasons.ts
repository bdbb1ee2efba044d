import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that templates raise. */
export const templatesReasons = {
  template_unknown: { fa: 'چنین الگویی نیست.', en: 'There is no such template.' },
} as const satisfies Reasons;
