import type { Reasons } from '@mahalleh/kernel';
import { catalogueReasons } from './catalogue-reasons.ts';
import { documentReasons } from './document-reasons.ts';
import { lineageReasons } from './lineage-reasons.ts';
import { publishReasons } from './publish-reasons.ts';

/** The texts of every reason that templates raise. */
export const templatesReasons = {
  ...documentReasons,
  ...publishReasons,
  ...catalogueReasons,
  ...lineageReasons,
} as const satisfies Reasons;
