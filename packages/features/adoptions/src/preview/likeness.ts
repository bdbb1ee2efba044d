import { foldText } from '@mahalleh/kernel';

/** How alike two names are that count as the same thing said otherwise. */
export const ALIKE = 0.6;

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    foldText(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1),
  );

/** How alike two names are: the words that both have, of all that either has; 1 for the same name. Unit: share, 0 to 1. */
export const likeness = (a: string, b: string): number => {
  if (foldText(a) === foldText(b)) return 1;
  const [left, right] = [wordsIn(a), wordsIn(b)];
  const both = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
};

/** The things whose name is alike, the most alike first. */
export const mostAlike = <T>(name: string, things: readonly T[], nameOf: (thing: T) => string, least = ALIKE): T[] =>
  things
    .map((thing) => ({ thing, how: likeness(name, nameOf(thing)) }))
    .filter(({ how }) => how >= least)
    .toSorted((a, b) => b.how - a.how)
    .map(({ thing }) => thing);
