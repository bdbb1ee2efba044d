import type { Reasons } from '@mahalleh/kernel';

/** The texts of the reasons of publish. */
export const publishReasons = {} as const satisfies Reasons;
