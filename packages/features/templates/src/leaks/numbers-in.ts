import { personalNumberIn } from '@mahalleh/kernel';
import type { Folded } from './folded.ts';
import type { Leak, LeakKind } from './leak-kinds.ts';

const SEPARATOR = '[ \\t_.,/\\\\·•*()\\[\\]\\u060c\\u066b\\u066c\\u2010-\\u2015\\u2212-]';
const RUN = new RegExp(`\\+?\\d+(?:${SEPARATOR}{1,3}\\+?\\d+)*`, 'g');

const EMAIL = /[\p{L}\p{N}._%+-]+ ?(?:@|\[at\]|\(at\)) ?[\p{L}\p{N}-]+(?: ?(?:\.|\[dot\]|\(dot\)) ?[\p{L}\p{N}-]+)+/gu;
const LINK = /(?:https?:\/\/|www\.|t\.me\/|ble\.ir\/|rubika\.ir\/|eitaa\.com\/)[^\s،]+|@[a-z0-9_.]{3,}/g;
const IBAN = /\bir ?\d{2}(?:[ -]?\d){20,24}/g;
const PLATE = /\d{2} ?[آ-ی] ?\d{3}(?: ?-? ?(?:ایران)? ?\d{2})/g;
const ACCOUNT_BEFORE = /(?:حساب|کارت|شبا|account|card)[^\d]{0,14}$/;
const POSTAL_BEFORE = /(?:کد ?پستی|صندوق ?پستی|postal ?code|zip)[^\d]{0,6}$/;
const MONEY_AFTER = /^[\s.,/()]*(?:هزار |میلیون |میلیارد )?(?:ریال|تومان|تومن|rials?|tomans?|irr)/;
const DATE = /^(?:1[2-4]|19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}$/;
const THOUSANDS = /^\d{1,3}(?:[,.\u060c\u066c ]\d{3})+$/;
const LATITUDE = /(?:2[4-9]|3\d|40)[.\u066b]\d{3,}/;
const LONGITUDE = /(?:4[3-9]|5\d|6[0-4])[.\u066b]\d{3,}/;
const DEGREES = /\d{1,3}(?:[.\u066b]\d+)? ?° ?(?:\d{1,2} ?['′’] ?)?(?:\d{1,2}(?:[.\u066b]\d+)? ?["″”])?/g;
const COORDINATE_WORD = /(?:مختصات|عرض جغرافیایی|طول جغرافیایی|latitude|longitude|\blat\b|\blon\b|\blng\b)[^\d]{0,12}$/;

const noDigits = (text: string): string => text.replace(/\d/g, 'x');

const isAmount = (run: string, after: string): boolean =>
  MONEY_AFTER.test(after) || (/^[1-9]/.test(run) && /0{5}$/.test(run.replace(/\D/g, '')));

const kindOfRun = (run: string, before: string, after: string): LeakKind | undefined => {
  const digits = run.replace(/\D/g, '');
  // What stands around is another run's matter: here it only says what this one is.
  const personal = digits.length >= 10 ? personalNumberIn(`${noDigits(before)}${run}${noDigits(after)}`) : undefined;
  if (personal) return personal;
  if (POSTAL_BEFORE.test(before) && digits.length >= 5) return 'postal_code';
  if (ACCOUNT_BEFORE.test(before) && digits.length >= 6) return 'bank';
  if (/^\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}$/.test(run)) return 'bank';
  if (/^\d{5}[ -]\d{5}$/.test(run)) return 'postal_code';
  if (LATITUDE.test(run) && LONGITUDE.test(run)) return 'coordinates';
  if ((LATITUDE.test(run) || LONGITUDE.test(run)) && COORDINATE_WORD.test(before)) return 'coordinates';
  if (digits.length < 7 || DATE.test(run) || THOUSANDS.test(run) || isAmount(run, after)) return undefined;
  const isOne = /^\+?\d+$/.test(run) || /^\d{3,4}[-.]\d{3,8}$/.test(run) || /^\d(?:[ .-]\d){6,}$/.test(run);
  return isOne ? 'number' : undefined;
};

/** Numbers of persons, ways to reach them, accounts, coordinates and long numbers in a folded text, by their places in the text itself. */
export const numbersIn = ({ text, at }: Folded): Leak[] => {
  const leak = (kind: LeakKind, from: number, length: number): Leak => ({
    ...{ kind, instead: '' },
    ...{ from: at[from] ?? 0, to: at[from + length] ?? 0 },
  });
  const matched = (kind: LeakKind, pattern: RegExp): Leak[] =>
    [...text.matchAll(pattern)].map((match) => leak(kind, match.index, match[0].length));
  const runs = [...text.matchAll(RUN)].flatMap((match) => {
    const end = match.index + match[0].length;
    const kind = kindOfRun(match[0], text.slice(Math.max(0, match.index - 40), match.index), text.slice(end, end + 20));
    return kind ? [leak(kind, match.index, match[0].length)] : [];
  });
  return [
    ...matched('email', EMAIL),
    ...matched('bank', IBAN),
    ...runs,
    ...matched('coordinates', DEGREES),
    ...matched('number', PLATE),
    ...matched('link', LINK),
  ];
};
