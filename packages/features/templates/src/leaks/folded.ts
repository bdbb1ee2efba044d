import { foldText } from '@mahalleh/kernel';

/** A text as it is compared, and where each of its characters stood. */
export type Folded = {
  readonly text: string;
  /** For each character of `text`, the place in the original where it begins; one more for the end. */
  readonly at: readonly number[];
};

/** A text without anything but letters and digits, for names that may be spelled with gaps or without. */
export type Squeezed = Folded & {
  /** Whether a word begins at each character, and whether one has ended before it. */
  readonly isEdge: readonly boolean[];
};

const GAP = /^[\s\u200c\u200d]$/;
const LETTER = /^[\p{L}\p{N}]$/u;
/** What `LETTER` is not; a pair of surrogates is none either. */
const NO_LETTER = /[^\p{L}\p{N}]|[\u{10000}-\u{10ffff}]/gu;
const known = new Map<string, string>();

// Character by character, so that a place in the folded text leads back to one in the text that people see.
const foldOne = (char: string): string => {
  const asked = known.get(char);
  if (asked !== undefined) return asked;
  const folded = GAP.test(char) ? ' ' : foldText(char.normalize('NFKC'));
  known.set(char, folded);
  return folded;
};

/** The text in one spelling: letters, digits, case, harakat, tatweel and invisible marks make no difference; half spaces are spaces. */
export const folded = (text: string): Folded => {
  const at: number[] = [];
  let all = '';
  let place = 0;
  for (const char of text) {
    for (const piece of foldOne(char)) {
      for (let i = 0; i < piece.length; i += 1) at.push(place);
      all += piece;
    }
    place += char.length;
  }
  return { text: all, at: [...at, text.length] };
};

/** The text of `folded` alone: for names, of which nobody asks where their characters stood. */
export const foldedText = (text: string): string => {
  let all = '';
  for (const char of text) all += foldOne(char);
  return all;
};

/** The letters and digits of a folded text, with the edges of its words. */
export const squeezed = ({ text, at }: Folded): Squeezed => {
  const places: number[] = [];
  const isEdge: boolean[] = [];
  let all = '';
  let isBroken = true;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (!LETTER.test(char)) {
      isBroken = true;
      continue;
    }
    all += char;
    places.push(at[i] ?? 0);
    isEdge.push(isBroken);
    isBroken = false;
  }
  return { text: all, at: places, isEdge: [...isEdge, true] };
};

/** What a name is looked for by: its letters and digits, without what stands in brackets. */
export const needleOf = (name: string): string => {
  const bare = name.replace(/[(（«[][^)）»\]]*[)）»\]]/g, ' ');
  return foldedText(/[\p{L}\p{N}]/u.test(bare) ? bare : name).replace(NO_LETTER, '');
};
