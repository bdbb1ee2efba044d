import { isProvinceSlug } from '@mahalleh/kernel/province';

/** A province is one of the 31, and nothing else is an address. */
export const match = (text: string): boolean => isProvinceSlug(text);
