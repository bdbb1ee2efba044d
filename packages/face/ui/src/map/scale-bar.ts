import { formatNumber } from '@mahalleh/kernel/digits';
import type { Locale } from '@mahalleh/kernel';
import { MAP_TEXTS } from './map-texts.ts';

/** The largest round length (1, 2 or 5 and zeros) that is not longer than the room. Unit: metres. */
export const roundLength = (most: number): number => {
  const ten = 10 ** Math.floor(Math.log10(Math.max(most, 1e-9)));
  return ([5, 2].find((step) => step * ten <= most) ?? 1) * ten;
};

/** A length in words: `۲۰۰ متر`, `۲ کیلومتر`. */
export const lengthText = (metres: number, locale: Locale): string => {
  const texts = MAP_TEXTS[locale];
  return metres < 1000
    ? texts.metres(formatNumber(Math.round(metres), locale))
    : texts.kilometres(formatNumber(metres / 1000, locale, { maxFraction: metres < 10_000 ? 1 : 0 }));
};
