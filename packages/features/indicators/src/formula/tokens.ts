import { latinDigits } from '@mahalleh/kernel/digits';

/** What a formula can be wrong about. Position `at` counts the characters from 1. */
export type FormulaFault = {
  readonly reason: string;
  readonly at: number;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The four signs, as they are kept. */
export type Sign = '+' | '-' | '*' | '/';

/** A piece of a formula, and where it begins. */
export type Token = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly sign: Sign }
  | { readonly kind: 'open' | 'close' | 'comma' }
);

/** As long as a formula may be. Unit: characters. */
export const LONGEST_FORMULA = 500;

const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '\u2212': '-',
  '\u2013': '-',
  '*': '*',
  '\u00d7': '*',
  '/': '/',
  '\u00f7': '/',
};
const MARKS: Readonly<Record<string, 'open' | 'close' | 'comma'>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
  '\u060c': 'comma',
};
// Of the digits a person types all three sets were made Latin before; the decimal mark may be either.
const NUMBER = /^\d+(?:[.\u066b]\d+)?/;
const NAME = /^[a-z][a-z0-9_]*/;
const TEXT = /^(?:'([^']*)'|"([^"]*)"|\u00ab([^\u00bb]*)\u00bb)/;
const GAP = /^[\s\u200b-\u200f\u2066-\u2069]+/;

const tokenAt = (rest: string, at: number): { token: Token; length: number } | undefined => {
  const [first = ''] = rest;
  const sign = SIGNS[first];
  if (sign !== undefined) return { token: { kind: 'sign', sign, at }, length: 1 };
  const mark = MARKS[first];
  if (mark !== undefined) return { token: { kind: mark, at }, length: 1 };
  const number = NUMBER.exec(rest)?.[0];
  if (number !== undefined)
    return {
      token: { kind: 'number', value: Number(number.replace('\u066b', '.')), at },
      length: number.length,
    };
  const name = NAME.exec(rest)?.[0];
  if (name !== undefined) return { token: { kind: 'name', name, at }, length: name.length };
  const text = TEXT.exec(rest);
  if (text !== null)
    return { token: { kind: 'text', text: text[1] ?? text[2] ?? text[3] ?? '', at }, length: text[0].length };
  return undefined;
};

/** Takes a formula to pieces; the first character that belongs to none is the fault. */
export const tokensOf = (formula: string): { tokens: readonly Token[] } | { fault: FormulaFault } => {
  if (formula.length > LONGEST_FORMULA)
    return { fault: { reason: 'formula_too_long', at: LONGEST_FORMULA + 1, params: { max: LONGEST_FORMULA } } };
  // Every digit is one character in all three sets, so that places stay.
  const plain = latinDigits(formula).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const tokens: Token[] = [];
  for (let from = 0; from < plain.length;) {
    const rest = plain.slice(from);
    const gap = GAP.exec(rest)?.[0].length ?? 0;
    if (gap > 0) {
      from += gap;
      continue;
    }
    const found = tokenAt(rest, from + 1);
    if (!found) return { fault: { reason: 'formula_sign_unknown', at: from + 1, params: { found: rest.slice(0, 1) } } };
    tokens.push(found.token);
    from += found.length;
  }
  return { tokens };
};
