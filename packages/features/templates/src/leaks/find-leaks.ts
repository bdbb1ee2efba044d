import { addressesIn } from './addresses-in.ts';
import { folded } from './folded.ts';
import { namesIn, type NameIndex } from './known-names.ts';
import { MUST_GO, type Leak, type LeakKind } from './leak-kinds.ts';
import { numbersIn } from './numbers-in.ts';

/** A text that people will read: of an element, or of the document itself (`elementId` null); `item` is its place in a list. */
export type TextField = {
  readonly elementId: string | null;
  readonly field: string;
  readonly item: number | null;
  readonly text: string;
};

/** Something that a person must decide on before the text is read by others. */
export type Finding = Omit<TextField, 'text'> & {
  /** The same as long as the same words stand in the same field. */
  readonly key: string;
  readonly kind: LeakKind;
  readonly words: string;
  /** What stands around it. */
  readonly before: string;
  readonly after: string;
  readonly instead: string;
  readonly from: number;
  readonly to: number;
  /** Whether a person can decide that it is no personal datum. */
  readonly mayKeep: boolean;
};

const AROUND = 32;

// FNV-1a, twice: enough to tell words of one field apart.
const hashOf = (text: string): string => {
  let [a, b] = [0x811c9dc5, 0x1000193];
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
};

/** What is found in a text, each place once: the worst of what stands there, then the longest. */
export const leaksIn = (text: string, names: NameIndex): Leak[] => {
  const plain = folded(text);
  const all: Leak[] = [...namesIn(text, names), ...numbersIn(plain), ...addressesIn(plain)].filter(
    ({ from, to }) => to > from,
  );
  const weight = ({ kind, from, to }: Leak): number => (MUST_GO.has(kind) ? 10_000 : 0) + (to - from);
  const taken: Leak[] = [];
  for (const leak of all.toSorted((a, b) => weight(b) - weight(a)))
    if (!taken.some(({ from, to }) => from < leak.to && leak.from < to)) taken.push(leak);
  return taken.toSorted((a, b) => a.from - b.from);
};

/** What is found in each of these texts, with a key that a decision can be kept under. */
export const findLeaks = (texts: readonly TextField[], names: NameIndex): Finding[] =>
  texts.flatMap(({ elementId, field, item, text }) =>
    leaksIn(text, names).map(({ kind, from, to, instead }) => {
      const words = text.slice(from, to);
      return {
        ...{ elementId, field, item, kind, words, instead, from, to },
        key: [elementId ?? 'document', field, kind, hashOf(folded(words).text)].join('.'),
        before: text.slice(Math.max(0, from - AROUND), from),
        after: text.slice(to, to + AROUND),
        mayKeep: !MUST_GO.has(kind),
      };
    }),
  );

const tidied = (text: string): string =>
  text
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ ([،.؛:!؟])/g, '$1')
    .replace(/\(\s*\)|«\s*»/g, '')
    // What is left of a list whose items went.
    .replace(/[،؛:](?=[،؛.!؟])/g, '')
    .replace(/(^|[.!؟] )[،؛:.] ?/g, '$1')
    .replace(/[،؛:\s]+$/, '')
    .trim();

/** A word that only says what the number or address after it is: without it, it says nothing. */
const LABEL =
  /(?<![\p{L}\p{N}])(?:(?:به |با )?(?:شماره[ \u200c]?(?:ی|ٔ)? ?)?(?:تلفن|همراه|موبایل|ثابت|تماس|دورنگار|نمابر|کد[ \u200c]?ملی|کدملی|کد[ \u200c]?پستی|رایانامه|ایمیل|نشانی|آدرس|کارت|حساب|شبا|مختصات)(?: (?:همراه|ثابت|تماس))?|شماره|phone|tel\.?|mobile|e-?mail|address|postal code|national id)[ \t\u200c]*[:：]?[ \t\u200c]*$/iu;

const endsWithWord = (before: string, word: string): boolean => {
  const trimmed = before.replace(/[\s\u200c]+$/, '');
  return trimmed.endsWith(word) && !/[\p{L}\p{N}]/u.test(trimmed.charAt(trimmed.length - word.length - 1));
};

/** The text with other words, or none, in these places; the same word twice in a row is said once. */
export const withInstead = (text: string, leaks: readonly Pick<Leak, 'from' | 'to' | 'instead'>[]): string => {
  let out = text;
  for (const { from, to, instead } of leaks.toSorted((a, b) => b.from - a.from)) {
    const stood = out.slice(0, from);
    const before = instead === '' ? stood.replace(LABEL, '') : stood;
    const isSaid = instead !== '' && endsWithWord(before, instead);
    out = `${before}${isSaid ? '' : instead}${out.slice(to)}`;
  }
  return tidied(out);
};

/** The text with kinds in place of the names that are this neighbourhood's own, and how many of what were replaced. */
export const withoutNames = (
  text: string,
  names: NameIndex,
): { readonly text: string; readonly replaced: ReadonlyMap<LeakKind, number> } => {
  const replaced = new Map<LeakKind, number>();
  const own = namesIn(text, names).filter(
    ({ isOwn, isWhole, from, to }) => isOwn && isWhole && (to - from > 3 || SAYS_WHAT.test(text.slice(0, from))),
  );
  for (const { kind } of own) replaced.set(kind, (replaced.get(kind) ?? 0) + 1);
  return { text: own.length === 0 ? text : withInstead(text, own), replaced };
};

// A name of three letters is a word of something else too often, unless it is said what it names.
const SAYS_WHAT = /(?:استان|شهرستان|شهر|بخش|محله|روستای|روستا|مسجد|پایگاه)[\s\u200c]*$/u;
