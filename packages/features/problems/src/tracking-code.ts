// Crockford's letters: no I, L, O or U, so that a code read aloud or copied by hand is not misread.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** Draws short tracking codes at random. Shape: six letters of Crockford's base 32. */
export const drawCodes = (count: number): string[] =>
  Array.from({ length: count }, () =>
    Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte % LETTERS.length]).join(''),
  );

/** A code as somebody typed it, brought to its stored form: any case, O for 0, I and L for 1. Undefined when it cannot be one. */
export const readCode = (typed: string): string | undefined => {
  const code = typed.trim().toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : undefined;
};
