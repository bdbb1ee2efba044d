import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, persianDigits } from '../src/digits.ts';
import { isNationalId } from '../src/personal-number.ts';
import { personalNumberIn } from '../src/text.ts';
import { formatDate, addDays } from '../src/time.ts';

const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
const fullWidthDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

const digitsOf = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const anyScript = fc.constantFrom((text: string) => text, persianDigits, arabicDigits, fullWidthDigits);

const withCheckDigit = (nine: string): string =>
  [...'0123456789'].map((digit) => nine + digit).find(isNationalId) ?? '';
// A round number may as well be an amount: ids that end in five zeros are left to the amounts.
const anyNationalId = digitsOf(9)
  .map(withCheckDigit)
  .filter((id) => id !== '' && !id.endsWith('00000'));
const anyMobile = fc
  .tuple(fc.constantFrom('0910', '0912', '0919', '0901', '0935', '0921', '0990', '0998'), digitsOf(7))
  .map((parts) => parts.join(''));
const anyLandline = fc
  .tuple(fc.constantFrom('021', '025', '028', '031', '051', '086'), fc.integer({ min: 2, max: 9 }), digitsOf(7))
  .map((parts) => parts.join(''));
const anySeparator = fc.constantFrom('-', ' ', '.', '/', '–', '_', '\u00a0');
const around = fc.constantFrom<[string, string]>(
  ['', ''],
  ['با ', ' تماس بگیرید'],
  ['کد ملی:', '.'],
  ['آقای احمدی(', ')'],
  ['call ', ', please'],
);

const cut = (text: string, lengths: readonly number[], separator: string): string => {
  let at = 0;
  return lengths.map((length) => text.slice(at, (at += length))).join(separator);
};

describe('a national id', () => {
  test('carries a check digit, and ten equal digits are none', () => {
    for (const id of ['0012345679', '0371000130', '0371000051']) expect(isNationalId(id), id).toBe(true);
    expect(isNationalId('0012345678')).toBe(false);
    expect(isNationalId('1111111111')).toBe(false);
    expect(isNationalId('123456789')).toBe(false);
  });

  test('is found anywhere in a text, in every set of digits', () => {
    fc.assert(
      fc.property(anyNationalId, anyScript, around, (id, script, [before, after]) => {
        expect(personalNumberIn(`${before}${script(id)}${after}`)).toBeDefined();
      }),
    );
  });

  test('is found in the grouping of the card and digit by digit, whatever separates', () => {
    fc.assert(
      fc.property(
        anyNationalId,
        fc.constantFrom(
          [3, 6, 1],
          Array.from({ length: 10 }, () => 1),
        ),
        anySeparator,
        anyScript,
        (id, lengths, separator, script) => {
          expect(personalNumberIn(`الف ${script(cut(id, lengths, separator))} ب`)).toBeDefined();
        },
      ),
    );
  });

  test.each([
    ['001-234-5679'],
    ['001 234 5679'],
    ['0012345-679'],
    ['کد ملی ۳۵۴ ۱۲۰ ۱۴۰۱'],
    ['00123\u200c45679'],
    ['001\u200e2345679'],
    ['کدملی0012345679'],
    ['۱- ۰۰۱۲۳۴۵۶۷۹'],
    ['0012345679 ریال'],
    ['0012345679/0012345660'],
    ['خانوار ۳ نفره، ۰۰۱۲۳۴۵۶۷۹، ۴۵ متر'],
  ])('%s', (text) => {
    expect(personalNumberIn(text)).toBe('national_id');
  });
});

describe('a phone number', () => {
  test('of a mobile is found in every form and set of digits', () => {
    const forms = [
      (n: string) => n,
      (n: string) => `+98${n.slice(1)}`,
      (n: string) => `0098${n.slice(1)}`,
      (n: string) => `98${n.slice(1)}`,
      (n: string) => `+98 ${cut(n.slice(1), [3, 3, 4], ' ')}`,
      (n: string) => `+98 (0)${cut(n.slice(1), [3, 7], '-')}`,
      (n: string) => `0098-${cut(n.slice(1), [3, 3, 2, 2], '-')}`,
      (n: string) => cut(n, [4, 3, 4], '-'),
      (n: string) => cut(n, [4, 3, 2, 2], ' '),
      (n: string) => cut(n, [4, 7], '.'),
      (n: string) => cut(n, [1, 3, 3, 4], ' '),
      (n: string) =>
        cut(
          n,
          Array.from({ length: 11 }, () => 1),
          ' ',
        ),
      (n: string) => `(${n.slice(0, 4)}) ${n.slice(4)}`,
    ];
    fc.assert(
      fc.property(anyMobile, fc.constantFrom(...forms), anyScript, around, (mobile, form, script, [before, after]) => {
        expect(personalNumberIn(`${before}${script(form(mobile))}${after}`)).toBe('phone');
      }),
      { numRuns: 1000 },
    );
  });

  test('of a landline is found with its area code', () => {
    const forms = [
      (n: string) => n,
      (n: string) => `${n.slice(0, 3)}-${n.slice(3)}`,
      (n: string) => `(${n.slice(0, 3)}) ${cut(n.slice(3), [4, 4], ' ')}`,
      (n: string) => `+98 ${n.slice(1, 3)} ${n.slice(3)}`,
      (n: string) => `0098${n.slice(1)}`,
    ];
    fc.assert(
      fc.property(
        anyLandline,
        fc.constantFrom(...forms),
        anyScript,
        around,
        (landline, form, script, [before, after]) => {
          expect(personalNumberIn(`${before}${script(form(landline))}${after}`)).toBe('phone');
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['9121234567'],
    ['تلفن:۰۲۵۳۷۷۵۰۰۱۲'],
    ['۰۹۱۲۱۲۳۴۵۶۷و۰۹۳۵'],
    ['0912،345،6789'],
    ['09121234567 یا 09351234567'],
  ])('%s', (text) => {
    expect(personalNumberIn(text)).toBe('phone');
  });
});

// Where it could, the digits below carry a right check digit: what keeps them is how they are written.
describe('what is no number of a person', () => {
  test('an amount: grouped by thousands, round, or with its currency or its name', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), anyScript, (amount, script) => {
        for (const text of [
          formatNumber(amount, 'fa'),
          formatNumber(amount, 'en'),
          script(`${amount} ریال`),
          `مبلغ ${amount}`,
          `${amount} تومان`,
          script(`${amount} میلیون ریال`),
          `${amount} rials`,
        ])
          expect(personalNumberIn(`هزینه شد ${text} برای آسفالت`), text).toBeUndefined();
        expect(personalNumberIn(script(String(amount * 100_000)))).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('an amount whose digits could be an id or a mobile number, so long as it is written as an amount', () => {
    const anyAmount = fc.oneof(
      anyNationalId.filter((id) => !id.startsWith('0')),
      anyMobile.map((mobile) => mobile.slice(1)),
    );
    fc.assert(
      fc.property(anyAmount, anyScript, (amount, script) => {
        const grouped = cut(amount, [1, 3, 3, 3], ',');
        for (const text of [
          grouped,
          grouped.replaceAll(',', '٬'),
          grouped.replaceAll(',', '.'),
          `${script(amount)} ریال`,
          `${script(amount)} میلیون تومان`,
          `مبلغ: ${script(amount)}`,
          `بودجه ${script(amount)}`,
          `IRR ${amount}`,
        ])
          expect(personalNumberIn(`برای آسفالت ${text} هزینه‌ای شد`), text).toBeUndefined();
        expect(personalNumberIn(`کد ${script(amount)} است`)).toBeDefined();
      }),
    );
  });

  test('a round amount, even when its check digit is right', () => {
    const round = Array.from({ length: 90_000 }, (_, n) => `${n + 10_000}00000`).filter(isNationalId);
    expect(round.length).toBeGreaterThan(1000);
    for (const amount of round) expect(personalNumberIn(amount), amount).toBeUndefined();
  });

  test('a date, alone, with a time or as a span', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 23 }), (days, hour) => {
        const date = addDays('1970-01-01', days);
        const next = addDays(date, 30);
        for (const locale of ['fa', 'en'] as const)
          for (const style of ['full', 'numeric'] as const) {
            const [a, b] = [formatDate(date, locale, style), formatDate(next, locale, style)];
            for (const text of [a, `${a} ${hour}:30`, `${a} - ${b}`, `از ${a} تا ${b}`, `${a} ${b}`])
              expect(personalNumberIn(text), text).toBeUndefined();
          }
      }),
    );
  });

  test('a number of up to nine digits, or of thirteen and more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), digitsOf(13), (few, many) => {
        expect(personalNumberIn(String(few))).toBeUndefined();
        expect(personalNumberIn(`1${many}`)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['an emergency number', 'اورژانس ۱۱۵ و پلیس ۱۱۰'],
    ['years', 'از ۱۴۰۳ تا ۱۴۰۵، ۱۴۰۶'],
    ['counts in a row', '۳۵۴ ۱۲۰ ۱۴۰۱'],
    ['counts in a list', '354, 120, 233, 5'],
    ['the number of a letter', 'نامه شماره ۱۴۰۴/۱۴۰۴۲۵ و ۱۴۰/۱۴۰۴/۱۲۳'],
    ['the number of a letter with its office', '011-1404-0012'],
    ['coordinates', '34.641612, 50.876438'],
    ['the code of a neighbourhood', '2501010001-03'],
    ['a code of a county', '2501'],
    ['a wrong check digit', '0012345678'],
    ['ten equal digits', '1111111111'],
    ['a postal code', 'کد پستی ۳۷۱۵۶۱۳۱۲۲'],
    ['a local number without area code', '37750012'],
    ['the number of a card', '6037-9911-1234-5678'],
    ['a time span', '08:30-12:30 13:00-16:45'],
    ['house and alley', 'کوچه ۱۲، پلاک ۳۴، طبقه ۲، واحد ۵، ۱۲۰ متر'],
    ['numbers on their own lines', '0012\n345\n679'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(personalNumberIn(text)).toBeUndefined();
  });
});

test('a long text is read in linear time', () => {
  /** Processor time, the least of several: what else the machine does is not in it. */
  const costOf = (times: number): number => {
    const digits = '1 2-3 4.5 '.repeat(times);
    const costs = [1, 2, 3, 4].map(() => {
      const before = process.cpuUsage();
      expect(personalNumberIn(digits)).toBeUndefined();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.min(...costs);
  };
  costOf(4_000);
  // Eight times the text: in linear time eight times the cost, in quadratic time sixty-four.
  expect(costOf(32_000) / costOf(4_000)).toBeLessThan(24);
});
