import { foldText, latinDigits, persianDigits } from '@mahalleh/kernel';
import type { Say } from './living-world.ts';

const FIRST = [
  'محمدرضا',
  'زهرا',
  'علی‌اکبر',
  'فاطمه',
  'حسین',
  'مریم',
  'یوسف',
  'کبری',
  'امیرحسین',
  'سکینه',
  'کاظم',
  'یگانه',
];
const LAST = [
  'کاشانی',
  'یوسفی‌کیا',
  'توکلی',
  'رضایی‌نژاد',
  'شریعتی',
  'کلانتری',
  'موسوی‌کیا',
  'قاسم‌خانی',
  'بیگدلی',
  'حکیمی‌فر',
  'ذوالفقاری',
  'یزدان‌پناه',
  'کوهستانی',
  'آقاجانی',
  'ثابت‌قدم',
  'ضیایی',
  'طالقانی',
  'عزیزخانی',
  'غفوری‌راد',
  'صمصامی',
];

/** How one and the same text is written by different hands. */
const HANDS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
  (text) => text.replaceAll('\u200c', ' '),
  (text) => text.replaceAll('\u200c', ''),
  (text) => persianDigits(text),
  (text) => text.replace(/[۰-۹]/g, (digit) => String.fromCharCode((digit.codePointAt(0) ?? 0) - 0x06f0 + 0x0660)),
  (text) => text.replace(/(\p{L})(\p{L})/u, '$1\u064e$2'),
];

const nationalId = (i: number): string => {
  const nine = String(100_000_000 + ((i * 7_654_321) % 800_000_000));
  const rest = [...nine].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
};

const written = (digits: string, i: number): string => {
  const ways = [
    digits,
    digits.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3'),
    digits.replace(/^(\d{4})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4'),
    [...digits].join(' '),
    `+98${digits.slice(1)}`,
  ];
  return ways[i % ways.length] ?? digits;
};

/** Personal data that was written into a neighbourhood, kept to be looked for. */
export const secretsFor = () => {
  const secrets: string[] = [];
  const keep = (secret: string): string => {
    secrets.push(secret);
    return secret;
  };
  let i = 0;
  const name = (): string => {
    i += 1;
    return keep(`${FIRST[i % FIRST.length] ?? ''} ${LAST[(i * 7 + Math.floor(i / 12)) % LAST.length] ?? ''}`);
  };
  const people = Array.from({ length: 320 }, name);
  const person = (): string => people[(i * 13) % people.length] ?? '';
  // Kept without the nought, as it is written after +98.
  const mobile = (): string => `0${keep(`9${String(120_000_000 + ((i * 3_571_113) % 79_000_000))}`)}`;
  const landline = (): string => keep(`025${String(32_000_000 + ((i * 91_733) % 7_000_000))}`);
  const makers: readonly (() => string)[] = [
    () => `با ${person()} هماهنگ شود`,
    // Not a word of its own: found, and left to a person.
    () => `به شیوه ${person()}ی انجام شد`,
    () => `تلفن ${written(mobile(), i)}`,
    () => `کد ملی ${keep(nationalId(i))}`,
    () => `نشانی: ${keep(`خیابان ${LAST[i % LAST.length] ?? ''}`)}، ${keep(`پلاک ${10 + i}`)}`,
    () => `رایانامه ${keep(`person${i}@example.ir`)}`,
    () => `آقای ${keep(`بهرام ${LAST[i % LAST.length] ?? ''}پور${i % 2 === 0 ? '' : 'ی'}`)} پیگیر است`,
    () => `ثابت ${landline()}`,
    () => `کد پستی ${keep(`37${String(15_000_000 + i)}`)}`,
    () => `کارت ${keep(`6037 9911 ${1000 + i} ${2000 + i}`)}`,
    () => `مختصات ${keep(`34.${64_000 + i}, 50.${87_000 + i}`)}`,
  ];
  const hand = (text: string): string => (HANDS[i % HANDS.length] ?? ((same: string) => same))(text);
  const NAMES = new Set(['people.full_name', 'agencies.name', 'bases.name', 'capacities.name']);
  const say: Say = (column, ordinary) => {
    i += 1;
    if (column === 'people.full_name') return people[i % people.length] ?? '';
    if (NAMES.has(column)) return keep(`${ordinary} ${LAST[i % LAST.length] ?? ''} ${i}`);
    if (column === 'units.name_fa') return keep(ordinary === 'قم' ? `قمرود${'م'.repeat(i % 3)}` : `${ordinary}‌سفلی`);
    const isLine = /title|of_fa|source|decree/.test(column);
    const pick = () => hand(makers[(i += 1) % makers.length]?.() ?? '');
    return isLine ? `${ordinary}، ${pick()}` : `${ordinary} ${Array.from({ length: 4 }, pick).join('؛ ')}.`;
  };
  return { say, secrets, people };
};

const squeezedOf = (text: string): string => foldText(latinDigits(text)).replace(/[^\p{L}\p{N}@]/gu, '');

/** The secrets that stand in a text, in whatever spelling. */
export const secretsIn = (text: string, secrets: readonly string[]): string[] => {
  const letters = squeezedOf(text);
  return [...new Set(secrets)].filter((secret) => letters.includes(squeezedOf(secret)));
};
