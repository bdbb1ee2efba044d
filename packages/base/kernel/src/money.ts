import { formatNumber } from './digits.ts';
import type { Locale } from './locale.ts';

/** An amount of money in whole Iranian rials; never a fraction, never tomans. */
export type Rial = number;

/** The largest amount that is still exact. */
export const MAX_RIAL: Rial = Number.MAX_SAFE_INTEGER;

/** Whether the number is an exact amount of rials: whole, not negative, within the safe range. */
export const isRial = (n: number): n is Rial => Number.isSafeInteger(n) && n >= 0;

/** The amount with its unit for a reader: «۱٬۲۰۰ ریال», `1,200 rials`. */
export const formatRial = (amount: Rial, locale: Locale): string => {
  const figure = formatNumber(amount, locale, { maxFraction: 0 });
  if (locale === 'fa') return `${figure} ریال`;
  return amount === 1 ? `${figure} rial` : `${figure} rials`;
};
