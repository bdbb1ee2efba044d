import { latinDigits } from './digits.ts';

/** What kind of number of a person a text holds. */
export type PersonalNumber = 'national_id' | 'phone';

// A number may be pasted with invisible marks inside it; they separate nothing.
const INVISIBLE = /[\u00ad\u0640\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SEPARATOR = '[ \\t\\u00a0\\u2000-\\u200a\\u202f_.,/\\\\·•*()\\[\\]\\u060c\\u066b\\u066c\\u2010-\\u2015\\u2212-]';
const RUN = new RegExp(`\\+?\\d+(?:${SEPARATOR}{1,3}\\+?\\d+)*`, 'g');
const GROUP = /(\D*)(\d+)/g;

const CURRENCY_AFTER = /^[\s.,/()]*(?:هزار |میلیون |میلیارد )?(?:ریال|تومان|تومن|rials?|tomans?|irr)/i;
const AMOUNT_BEFORE = /(?:مبلغ|بودجه|اعتبار|هزینه|قیمت|ارزش|ریال|تومان|rials?|irr)[\s:：=]*$/i;
const NATIONAL_ID_BEFORE = /(?:(?:کد|شماره|شمارهٔ|ش)[\s.]*ملی|کدملی|national (?:id|code|number))[\sا-ی:：=#]{0,12}$/i;
const POSTAL_CODE_BEFORE = /(?:کد[\s]*پستی|post(?:al)? ?code)[\s:：=]*$/i;

type Group = { readonly between: string; readonly digits: string };
type Surroundings = { readonly before: string; readonly after: string };

/** Whether ten digits carry the check digit of an Iranian national id; ten equal digits do not count. */
export const isNationalId = (digits: string): boolean => {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const rest = sum % 11;
  return Number(digits[9]) === (rest < 2 ? rest : 11 - rest);
};

const MOBILE = /^9(?:0[0-5]|1\d|2[0-3]|3\d|4[12]|9\d)\d{7}$/;
const LANDLINE = /^[1-8]\d[2-9]\d{7}$/;

const isSubscriber = (digits: string): boolean => MOBILE.test(digits) || LANDLINE.test(digits);

const isAmount = (digits: string, { before, after }: Surroundings): boolean =>
  !digits.startsWith('0') && (/0{5}$/.test(digits) || CURRENCY_AFTER.test(after) || AMOUNT_BEFORE.test(before));

const isThousands = (groups: readonly Group[]): boolean =>
  groups.length > 1 &&
  groups.every(({ digits }, at) => (at === 0 ? digits.length <= 3 && !digits.startsWith('0') : digits.length === 3));

const isYear = ({ digits }: Group): boolean => /^(?:1[2-4]|19|20)\d\d$/.test(digits);

const isSpelled = (groups: readonly Group[]): boolean => groups.every(({ digits }) => digits.length === 1);

// Ten marks out of a longer row of marks are no code: a spelled number is spelled from its first digit to its last.
const isCutFromRow = (groups: readonly Group[], from: number, to: number): boolean =>
  isSpelled(groups.slice(from, to)) && (groups[from - 1]?.digits.length === 1 || groups[to]?.digits.length === 1);

const shapeOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits.length).join('-');

/** Whether separated digits are grouped as one writes a single code, and not as counts, a date or a letter's number. */
const isOneCode = (groups: readonly Group[]): boolean => {
  if (groups.length === 1 || isSpelled(groups) || shapeOf(groups) === '3-6-1') return true;
  if (groups.length > 5 || groups.some(isYear) || isThousands(groups)) return false;
  const isJoinedTightly = groups.slice(1).every(({ between }) => /^[-._\u2010-\u2015\u2212]$/.test(between));
  return isJoinedTightly || (groups[0]?.digits.startsWith('0') ?? false);
};

const isNationalIdWritten = (groups: readonly Group[], digits: string, around: Surroundings): boolean => {
  if (!isNationalId(digits)) return false;
  if (NATIONAL_ID_BEFORE.test(around.before)) return true;
  return isOneCode(groups) && !isAmount(digits, around) && !POSTAL_CODE_BEFORE.test(around.before);
};

const isPhoneWritten = (groups: readonly Group[], digits: string, around: Surroundings, hasPlus: boolean): boolean => {
  const first = groups[0]?.digits ?? '';
  const abroad = /^(?:00)?980?(\d{10})$/.exec(digits)?.[1];
  if (abroad !== undefined && isSubscriber(abroad)) {
    if (hasPlus || digits.startsWith('00')) return true;
    return groups.length === 1 && MOBILE.test(abroad) && !isAmount(digits, around);
  }
  if (digits.length === 11 && digits.startsWith('0') && isSubscriber(digits.slice(1)))
    return first.length >= 3 || isSpelled(groups) || (first === '0' && (groups[1]?.digits.length ?? 0) >= 2);
  return groups.length === 1 && MOBILE.test(digits) && !isAmount(digits, around);
};

const groupsOf = (run: string): Group[] =>
  [...run.matchAll(GROUP)].map((match) => ({ between: match[1] ?? '', digits: match[2] ?? '' }));

const MOST_DIGITS = 15;

const numberInRun = (run: string, around: Surroundings): PersonalNumber | undefined => {
  const groups = groupsOf(run);
  let found: PersonalNumber | undefined;
  for (let from = 0; from < groups.length; from += 1) {
    for (let to = from + 1; to <= groups.length; to += 1) {
      const window = groups.slice(from, to);
      const digits = window.map((group) => group.digits).join('');
      if (digits.length > MOST_DIGITS) break;
      if (digits.length < 10 || isCutFromRow(groups, from, to)) continue;
      const before = from === 0 ? around.before : '';
      const after = to === groups.length ? around.after : '';
      const hasPlus = window[0]?.between.endsWith('+') ?? false;
      if (isPhoneWritten(window, digits, { before, after }, hasPlus)) return 'phone';
      if (isNationalIdWritten(window, digits, { before, after })) found = 'national_id';
    }
  }
  return found;
};

/**
 * What number of a person the text holds, if any: a national id with a right check digit, or an Iranian mobile or landline with its
 * area code, in any digits and however separated. Amounts, dates, years, letters' numbers and short codes are none.
 */
export const personalNumberIn = (text: string): PersonalNumber | undefined => {
  const plain = latinDigits(text.normalize('NFKC').replace(INVISIBLE, ''));
  for (const match of plain.matchAll(RUN)) {
    if (match[0].length < 10) continue;
    const around = {
      before: plain.slice(Math.max(0, match.index - 40), match.index),
      after: plain.slice(match.index + match[0].length, match.index + match[0].length + 20),
    };
    const found = numberInRun(match[0], around);
    if (found !== undefined) return found;
  }
  return undefined;
};
