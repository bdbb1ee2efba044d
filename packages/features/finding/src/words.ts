import { foldText } from '@mahalleh/kernel';

/** One word that was typed, and the spellings that it may have: apart from its neighbours, or written together with them. */
export type Clause = { readonly word: string; readonly any: readonly string[] };

/** What was typed, as it is looked for: every clause must be met by one of its spellings. */
export type Wanted = {
  /** The whole text folded: what a title that begins like it begins with. */
  readonly folded: string;
  readonly clauses: readonly Clause[];
  /** A code, if the text can be one. */
  readonly code: string | null;
};

const MOST_WORDS = 8;
const LONGEST = 40;
const ZWNJ = /\u200c+/;
const BETWEEN = /[^\p{L}\p{N}\p{Co}]+/u;

const wordsIn = (text: string): string[] =>
  foldText(text)
    .split(BETWEEN)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST));

/** A code as somebody typed it: any case, O for 0, I and L for 1, hyphens and spaces left out. */
const codeIn = (typed: string): string | null => {
  const code = foldText(typed).replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  return /^(?=.*\d)[0-9a-z]{4,12}$/.test(code) ? code : null;
};

/**
 * Reads what was typed. A half-space divides like a space, and what is divided may also stand joined: «کوچه‌های»,
 * «کوچه های» and «کوچههای» ask for the same.
 */
export const wantedOf = (typed: string): Wanted => {
  const chunks = typed
    .trim()
    .split(/\s+/)
    .map((chunk) => chunk.split(ZWNJ).flatMap(wordsIn));
  const words: string[] = [];
  const joins: { readonly from: number; readonly to: number; readonly word: string }[] = [];
  for (const parts of chunks) {
    const from = words.length;
    words.push(...parts);
    if (parts.length > 2) joins.push({ from, to: words.length - 1, word: parts.join('') });
  }
  const kept = words.slice(0, MOST_WORDS);
  kept.slice(1).forEach((word, i) => joins.push({ from: i, to: i + 1, word: `${kept[i] ?? ''}${word}` }));
  const clauses = kept.map((word, i) => ({
    word,
    any: [...new Set([word, ...joins.filter(({ from, to }) => from <= i && i <= to).map((join) => join.word)])],
  }));
  return { folded: foldText(typed), clauses, code: codeIn(typed) };
};

/** Only words of these letters are put right: numbers and codes are meant as they are. */
export const LETTERS = 'a-z\u0621-\u063a\u0641-\u06cc';
const CORRECTABLE = new RegExp(`^[${LETTERS}]{3,24}$`);

/** A word with other letters, or a longer one: the index's list of words does not have it. */
export const PUNCTUAL = new RegExp(`[^${LETTERS}]|.{25}`);

/**
 * Everything that was typed and can be put right, with one letter left out or none (0): what it shares with a word that is
 * one slip away. Shape: clause, as typed, spelling, which letter.
 */
export const variantsOf = ({ clauses }: Wanted): (readonly [number, string, string, number])[] =>
  clauses.flatMap(({ any }, clause) =>
    any
      .filter((typed) => CORRECTABLE.test(typed))
      .flatMap((typed) => [
        [clause, typed, typed, 0] as const,
        ...Array.from(typed, (_, i) => [clause, typed, typed.slice(0, i) + typed.slice(i + 1), i + 1] as const),
      ]),
  );

/** Every way in which a word that was typed can be two. Shape: clause, first word, second word. */
export const splitsOf = ({ clauses }: Wanted): (readonly [number, string, string])[] =>
  clauses.flatMap(({ word }, clause) =>
    CORRECTABLE.test(word)
      ? Array.from(
          { length: Math.max(0, word.length - 3) },
          (_, i) => [clause, word.slice(0, i + 2), word.slice(i + 2)] as const,
        )
      : [],
  );
