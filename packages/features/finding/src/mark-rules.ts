import { foldText } from '@mahalleh/kernel/text';

/** A stretch of a title: from, up to but not including. Unit: UTF-16 places. */
export type MarkSpan = readonly [number, number];

const WORD = /[\p{L}\p{N}\p{M}\p{Co}\u200c\u200d]+/gu;

/** How much of a word as written folds to the beginning that was looked for: the whole word when it is looked for whole. */
const markedLength = (written: string, beginning: string): number => {
  for (let end = 1; end < written.length; end++)
    if (foldText(written.slice(0, end)).length >= beginning.length) {
      // Harakat that lie on the last letter are marked with it.
      return end + (/^\p{M}+/u.exec(written.slice(end))?.[0].length ?? 0);
    }
  return written.length;
};

/** Where a title holds what was looked for, so that the page can mark it. `wanted`: folded beginnings of words. */
export const marksOf = (title: string, wanted: readonly string[]): MarkSpan[] =>
  [...title.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const folded = foldText(written);
    const beginning = wanted
      .filter((word) => word !== '' && folded.startsWith(word))
      .reduce((longest, word) => (word.length > longest.length ? word : longest), '');
    return beginning === '' ? [] : [[index, index + markedLength(written, beginning)] as const];
  });
