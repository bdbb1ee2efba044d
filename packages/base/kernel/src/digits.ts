import type { Locale } from './locale.ts';

const PERSIAN_ZERO = 0x06f0;
const ARABIC_ZERO = 0x0660;

/** The text with every Persian and Arabic digit as a Latin one. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
  });

/** The text with every Latin and Arabic digit as a Persian one. */
export const persianDigits = (text: string): string =>
  latinDigits(text).replace(/[0-9]/g, (digit) => String.fromCharCode(PERSIAN_ZERO + Number(digit)));

const formatters = new Map<number, Intl.NumberFormat>();

const formatterFor = (maxFraction: number): Intl.NumberFormat => {
  const known = formatters.get(maxFraction);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: maxFraction });
  formatters.set(maxFraction, made);
  return made;
};

/** How many digits after the decimal mark may be shown. */
export type NumberFormat = { readonly maxFraction?: number };

const MINUS = '\u2212';
const LEFT_TO_RIGHT_MARK = '\u200e';

/** The number for a reader: `1,234.5`, or with Persian digits, ٬ and ٫; a negative one keeps its sign on the left in either direction. */
export const formatNumber = (n: number, locale: Locale, { maxFraction = 2 }: NumberFormat = {}): string => {
  const plain = formatterFor(maxFraction).format(Math.abs(n));
  const isNegative = n < 0 && /[1-9]/.test(plain);
  if (locale === 'en') return isNegative ? `${MINUS}${plain}` : plain;
  const persian = persianDigits(plain.replaceAll(',', '٬').replace('.', '٫'));
  return isNegative ? `${LEFT_TO_RIGHT_MARK}${MINUS}${persian}` : persian;
};

/**
 * A share as a percentage, `45.7%` or `۴۵٫۷٪`.
 * Unit: `share` is 0..1.
 */
export const formatPercent = (share: number, locale: Locale, { maxFraction = 1 }: NumberFormat = {}): string =>
  `${formatNumber(share * 100, locale, { maxFraction })}${locale === 'fa' ? '٪' : '%'}`;

const INVISIBLE = /[\u200b-\u200f\u061c\u2066-\u2069\u202a-\u202e\ufeff]/g;
const THOUSANDS = "[,\u066c\u060c\u00a0\u202f\u2009 \u2019']";
const NUMBER = new RegExp(`^([+-]?)(\\d+|\\d{1,3}(?:(${THOUSANDS})\\d{3})(?:\\3\\d{3})*)?(?:[.\u066b](\\d+))?$`);

/** The number a person typed in any of the three digit sets, thousands separated or not; undefined when it is not one number. */
export const parseNumber = (text: string): number | undefined => {
  const plain = latinDigits(text.replace(INVISIBLE, '')).replaceAll(MINUS, '-').trim();
  const match = NUMBER.exec(plain);
  if (match === null) return undefined;
  const [, sign = '', whole = '', , fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const value = Number(`${sign}${whole.replace(/\D/g, '') || '0'}.${fraction || '0'}`);
  return Number.isFinite(value) ? (Object.is(value, -0) ? 0 : value) : undefined;
};
