import type { Locale } from '@mahalleh/kernel';
import { formatNumber, formatPercent } from '@mahalleh/kernel/digits';

/** How a figure's numbers are said: counts, shares (0..1), or with one decimal. */
export type NumberKind = 'count' | 'share' | 'decimal';

/** A number of a figure for a reader. */
export const numberText = (value: number, kind: NumberKind, locale: Locale): string =>
  kind === 'share'
    ? formatPercent(value, locale, { maxFraction: 0 })
    : formatNumber(value, locale, { maxFraction: kind === 'decimal' ? 1 : 0 });
