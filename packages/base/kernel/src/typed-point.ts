import { latinDigits } from './digits.ts';
import type { Point } from './plane.ts';

/** What was understood of a typed point. `isTurned`: the longitude stood first, without saying that it was one. */
export type TypedPoint = { readonly point: Point; readonly isTurned: boolean };
/** Why a typed point was not taken. */
export type PointFault = 'point_not_understood' | 'coordinates_outside';

const INVISIBLE = /[\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/[٫]/g, '.'],
  [/[،٬]/g, ','],
  [/[؛]/g, ';'],
  [/\s*(?:درجه|deg(?:rees)?|º|˚)/gi, '°'],
  [/\s*(?:دقیقه|minutes|[′’‘ʹ´`])/gi, "'"],
  [/\s*(?:ثانیه|seconds|''|[″”“ʺ])/gi, '"'],
  [/(?:عرض|latitude|lat)(?:\s*جغرافیایی)?\s*[:=]?|شمالی?|north/gi, ' N '],
  [/(?:طول|longitude|long?|lng)(?:\s*جغرافیایی)?\s*[:=]?|شرقی?|east/gi, ' E '],
  [/(?<=[\s°'"])و(?=\s)/g, ' '],
];
// A link of a map carries its point as two numbers with fractions; what is before and after them is of no interest.
const IN_LINK = /(\d{2}\.\d{2,})(?:,|%2C|%20|\+|\/|!4d|&m?lon=|&m?lng=)+(\d{2}\.\d{2,})/i;
const COMMA_FRACTIONS = /^(\d{2}),(\d+)(?:\s*;\s*|,?\s+)(\d{2}),(\d+)$/;
const TOKEN = /-?\d+(?:\.\d+)?|[NSEW°'"]/g;

const plain = (typed: string): string => {
  const text = latinDigits(typed.replace(INVISIBLE, '')).trim();
  const link = /^https?:\/\//i.test(text) ? IN_LINK.exec(text) : null;
  if (link) return `${link[1]} ${link[2]}`;
  const geo = /^geo:([^;?]*)/i.exec(text);
  const spelled = WORDS.reduce((all, [pattern, by]) => all.replace(pattern, by), geo?.[1] ?? text).trim();
  return spelled.replace(COMMA_FRACTIONS, '$1.$2 $3.$4').toUpperCase();
};

/** The numbers of the two angles: parted by their degree marks, or in halves when there are none. */
const halved = (tokens: readonly string[]): number[][] | undefined => {
  const numbers = tokens.filter((token) => /\d/.test(token));
  const second = tokens.lastIndexOf('°');
  const first = tokens.indexOf('°');
  if (first < 0) {
    const half = numbers.length / 2;
    return [1, 2, 3].includes(half) ? [numbers.slice(0, half).map(Number), numbers.slice(half).map(Number)] : undefined;
  }
  if (tokens.filter((token) => token === '°').length !== 2) return undefined;
  const ofFirst = tokens.slice(0, second - 1).filter((token) => /\d/.test(token));
  return [ofFirst.map(Number), numbers.slice(ofFirst.length).map(Number)];
};

const angleOf = (numbers: readonly number[] = []): number | undefined => {
  const [degrees = Number.NaN, minutes = 0, seconds = 0, ...rest] = numbers;
  const isSound = rest.length === 0 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
  return isSound && !Number.isNaN(degrees) ? degrees + minutes / 60 + seconds / 3600 : undefined;
};

const isNorth = (degrees: number): boolean => degrees >= 24 && degrees <= 40.5;
const isEast = (degrees: number): boolean => degrees >= 43 && degrees <= 64;
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/**
 * The point in Iran that a person typed or pasted: `35.68, 51.38` in any digits, degrees with minutes and seconds, a `geo:` address or a link of a map.
 * No latitude in Iran is also a longitude, so the order is always known.
 */
export const readPoint = (typed: string): TypedPoint | { readonly fault: PointFault } => {
  const text = plain(typed);
  const tokens: string[] = text.match(TOKEN) ?? [];
  const letters = tokens.filter((token) => /[NSEW]/.test(token)).join('');
  const [first, second] = (halved(tokens) ?? []).map(angleOf);
  const isRead = /^[\s,;/|]*$/.test(text.replace(TOKEN, '')) && /^(?:[NS][EW]|[EW][NS])?$/.test(letters);
  if (!isRead || first === undefined || second === undefined) return { fault: 'point_not_understood' };
  const eastFirst = isEast(first) && isNorth(second);
  if (/[SW]/.test(letters) || !(eastFirst || (isNorth(first) && isEast(second))))
    return { fault: 'coordinates_outside' };
  const isNamed = letters !== '';
  if (isNamed && eastFirst !== letters.startsWith('E')) return { fault: 'point_not_understood' };
  const [latitude, longitude] = eastFirst ? [second, first] : [first, second];
  return { point: { latitude: rounded(latitude), longitude: rounded(longitude) }, isTurned: eastFirst && !isNamed };
};

/** The point as it is written down, to about a metre: `34.66050, 50.86550`. */
export const pointText = ({ latitude, longitude }: Point): string => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
