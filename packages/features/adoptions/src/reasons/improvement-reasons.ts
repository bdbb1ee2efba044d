import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of improvement. */
export const improvementReasons = {} as const satisfies Reasons;
