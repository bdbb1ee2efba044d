import type { Reasons } from '@mahalleh/kernel';

/** The texts of every reason that finding raises. */
export const findingReasons = {} as const satisfies Reasons;
