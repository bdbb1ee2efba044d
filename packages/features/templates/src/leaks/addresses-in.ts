import type { Folded } from './folded.ts';
import type { Leak, LeakKind } from './leak-kinds.ts';
import { isNobody, isOrdinaryWord } from './ordinary-words.ts';

/** What stands before a name, what it then is, how many words of a name follow at the most, and what can stand instead. */
type Before = {
  readonly kind: LeakKind;
  readonly nouns: RegExp;
  readonly most: number;
  readonly least?: number;
  readonly instead: (noun: string) => string;
};

const before = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?= \\p{L}| \\p{N})`, 'gu');
const PLURALS: Readonly<Record<string, string>> = {
  'بن بست': 'بن‌بست‌ها',
  بنبست: 'بن‌بست‌ها',
  'سه راه': 'سه‌راه‌ها',
  کوچه: 'کوچه‌ها',
  جاده: 'جاده‌ها',
  فلکه: 'فلکه‌ها',
  حسینیه: 'حسینیه‌ها',
  امامزاده: 'امامزاده‌ها',
};
const oneOf = (noun: string): string => `یکی از ${PLURALS[noun] ?? `${noun}‌ها`}`;
/** Who is meant, without the name. */
const SOMEBODY = { fa: 'مسئول کار', en: 'the person in charge' };

const TITLES =
  'اقای|جناب|خانم|سرکار خانم|حاج ?اقا|حاج ?خانم|حاجی|حاج|مهندس|دکتر|استاد|سرهنگ|سردار|حجت ?الاسلام|ایت ?الله|شهید|سید|سیده';

const NAMED: readonly Before[] = [
  {
    ...{ kind: 'address', most: 3, instead: oneOf },
    nouns: before('خیابان|بلوار|کوچه|میدان|بزرگراه|اتوبان|بن ?بست|شهرک|مجتمع|پاساژ|چهارراه|سه ?راه|فلکه|جاده'),
  },
  {
    // A school, a mosque, a park with a name of its own.
    ...{ kind: 'address', most: 1, instead: oneOf },
    nouns: before('مسجد|دبستان|دبیرستان|هنرستان|حسینیه|امامزاده|بوستان|پارک|درمانگاه|بیمارستان'),
  },
  {
    ...{ kind: 'addressed', most: 2, least: 2, instead: () => SOMEBODY.fa },
    nouns: before(`(?:${TITLES})(?: (?:${TITLES}))*`),
  },
];

const NUMBERED =
  /(?<![\p{L}\p{N}])(پلاک|واحد|طبقه|بلوک|زنگ|کوچه|خیابان|بن ?بست|منزل|no\.|unit|plate|flat|block)( ?(?:ها|های))?(?: ?(?:شماره|:))? ?\d+(?: ?(?:[/-]|تا|و) ?\d+)*/gu;
const STREET_EN = /\b(?:street|st\.|alley|avenue|ave\.|boulevard|blvd\.?|square|lane) (?:no\.? ?)?[a-z0-9]+/g;
const ADDRESSED_EN = /\b(?:mr|mrs|ms|dr|haj|eng)\.? [a-z]{3,}(?: [a-z]{3,})?/g;

type Place = { readonly kind: LeakKind; readonly from: number; readonly to: number; readonly instead: string };

const WORD = / ([\p{L}\p{N}]+)/uy;

/** How far the name goes that begins here: to the first word that is nobody's. A letter alone is none. */
const endOfName = (text: string, from: number, { kind, most, least = 1 }: Before): number => {
  const isOrdinary = kind === 'addressed' ? isNobody : isOrdinaryWord;
  let end = from;
  for (let count = 0; count < most; count += 1) {
    WORD.lastIndex = end;
    const [whole, word = ''] = WORD.exec(text) ?? [];
    if (whole === undefined || isOrdinary(word) || word.length < least) break;
    end += whole.length;
  }
  return end;
};

const named = (text: string, rule: Before): Place[] =>
  [...text.matchAll(rule.nouns)].flatMap((match) => {
    const after = match.index + match[0].length;
    const to = endOfName(text, after, rule);
    return to === after ? [] : [{ kind: rule.kind, from: match.index, to, instead: rule.instead(match[0]) }];
  });

const numbered = (text: string): Place[] =>
  [...text.matchAll(NUMBERED)].map((match) => {
    const [whole, noun = '', plural] = match;
    const isStreet = /^(?:کوچه|خیابان|بن ?بست)$/.test(noun);
    const several = noun === 'بن بست' ? 'چند بن‌بست' : `چند ${noun}`;
    const instead = isStreet ? (plural === undefined ? oneOf(noun) : several) : '';
    return { kind: 'address', from: match.index, to: match.index + whole.length, instead };
  });

const matched = (text: string, kind: LeakKind, pattern: RegExp, instead: string): Place[] =>
  [...text.matchAll(pattern)].map(({ index, 0: whole }) => ({ kind, from: index, to: index + whole.length, instead }));

/** Exact addresses, and persons that are addressed by a title, in a folded text, by their places in the text itself. */
export const addressesIn = ({ text, at }: Folded): Leak[] =>
  [
    ...numbered(text),
    ...NAMED.flatMap((rule) => named(text, rule)),
    ...matched(text, 'address', STREET_EN, 'a street'),
    ...matched(text, 'addressed', ADDRESSED_EN, SOMEBODY.en),
  ].map(({ kind, from, to, instead }) => ({ kind, from: at[from] ?? 0, to: at[to] ?? 0, instead }));
