import { foldText } from '@mahalleh/kernel';
import type { Mark } from '@mahalleh/gate';

/** How many words in a row of a marked text count as a trace of it: two of a person's name, four of a case. */
const TRACE: Readonly<Record<Mark, number>> = { person: 2, case: 4 };
/** How many words in a row are looked up at the nation: one more, since a word may be written as two. */
const LONGEST = Math.max(...Object.values(TRACE)) + 1;
/** What is shorter, without the spaces, is found everywhere and tells of nobody. Unit: folded characters. */
const LEAST = 6;
/** One word alone tells of nobody either, unless it is as long as a sealed text. Unit: folded characters. */
const LONG_WORD = 20;
/** A number of a person has at least so many digits; of longer ones the last ten count, whatever is written before them. */
const DIGITS = { least: 7, kept: 10 } as const;

const NUMBER = /\d[\d ()-]*\d/g;
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** What the software calls things by: `problem.open@1`, `street_lighting`, `status=done`. No word of a case, and the same at the nation. */
const CODE = /(?<![\p{L}\p{N}])[a-z][a-z0-9]*(?:[_.@=][a-z0-9]+)+(?![\p{L}\p{N}])/gu;
const WRITTEN_DAY = /(?<!\d)(?:1[34]|20)\d\d-(?:0\d|1[0-2])-[0-3]\d(?!\d)/g;
const DAY = /^(?:1[34]|20)\d\d(?:0\d|1[0-2])[0-3]\d$/;
const WORD = /[\p{L}\p{N}]+/gu;

const wordsIn = (folded: string): string[] => folded.match(WORD) ?? [];

const numbersIn = (folded: string): string[] =>
  (folded.match(NUMBER) ?? [])
    .map((run) => run.replace(/\D/g, ''))
    .filter((digits) => digits.length >= DIGITS.least && !DAY.test(digits))
    .map((digits) => `#${digits.slice(-DIGITS.kept)}`);

const addressesIn = (folded: string): string[] => (folded.match(ADDRESS) ?? []).map((address) => `@${address}`);

const isTelling = (words: readonly string[]): boolean => {
  const length = words.reduce((sum, word) => sum + word.length, 0);
  return words.length > 1 ? length >= LEAST : length >= LONG_WORD;
};

/** A text without the codes and days in it, where a case is looked for: they are the same everywhere. */
const withoutCodes = (folded: string, mark: Mark): string =>
  mark === 'case' ? folded.replace(CODE, ' ').replace(WRITTEN_DAY, ' ') : folded;

/** Everything in a text under which a trace could be found: its numbers, its addresses, its words in every row of up to five, written together. */
export const placesToLook = (text: string, mark: Mark): string[] => {
  const folded = foldText(text);
  const words = wordsIn(withoutCodes(folded, mark));
  const rows = words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST, words.length - from) }, (_none, more) =>
      words.slice(from, from + more + 1).join(''),
    ),
  );
  return [...numbersIn(folded), ...addressesIn(folded), ...rows];
};

/**
 * What to look for of one marked value: numbers like those of telephones and identity cards and e-mail addresses of any length;
 * the whole of a short text; of a longer one every row of so many words as its mark says.
 */
export const tracesOf = (value: string, mark: Mark): string[] => {
  const folded = foldText(value);
  // An address is one thing: its parts are those of many.
  const words = wordsIn(withoutCodes(folded.replace(ADDRESS, ' '), mark));
  const width = Math.min(TRACE[mark], words.length);
  const rows = words.flatMap((_, from) => (from + width <= words.length ? [words.slice(from, from + width)] : []));
  return [
    ...numbersIn(folded),
    ...addressesIn(folded),
    ...rows.filter(isTelling).map((row) => row.join('')),
    // Words that are too long for any text are sealed or coded: each is looked for by itself.
    ...(width > 1 ? words.filter((word) => word.length >= LONG_WORD) : []),
  ];
};
