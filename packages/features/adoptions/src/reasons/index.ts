import type { Reasons } from '@mahalleh/kernel';
import { adoptReasons } from './adopt-reasons.ts';
import { improvementReasons } from './improvement-reasons.ts';
import { upgradeReasons } from './upgrade-reasons.ts';

/** The texts of every reason that adoptions raise. */
export const adoptionsReasons = {
  ...adoptReasons,
  ...upgradeReasons,
  ...improvementReasons,
} as const satisfies Reasons;
