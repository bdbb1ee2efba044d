import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of lineage. */
export const lineageReasons = {} as const satisfies Reasons;
