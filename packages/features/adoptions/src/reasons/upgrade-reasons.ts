import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of upgrade. */
export const upgradeReasons = {} as const satisfies Reasons;
