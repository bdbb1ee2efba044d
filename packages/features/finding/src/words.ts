import { LETTERS, type Wanted } from '@mahalleh/gate/wanted';

/** Only words of letters are put right: numbers and codes are meant as they are. */
const CORRECTABLE = new RegExp(`^[${LETTERS}]{3,24}$`);

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
