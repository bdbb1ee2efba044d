/** The most characters that a slide carries and can still be read from the back of a hall. */
const MOST = 420;

/** Where a text may be broken: after a paragraph, after a sentence, between words; the best first. */
const BREAKS = [/\n+/g, /(?<=[.!?؟؛:])\s+/g, /\s+/g];

/** The longest beginning of a text that fits, and what is left. */
const cut = (text: string): readonly [head: string, rest: string] => {
  for (const mark of BREAKS) {
    const ends = [...text.matchAll(mark)].filter(({ index }) => index <= MOST);
    const last = ends.at(-1);
    if (last && last.index >= MOST / 3) return [text.slice(0, last.index), text.slice(last.index + last[0].length)];
  }
  return [text.slice(0, MOST), text.slice(MOST)];
};

/** A text in the parts that fit on a slide each; nothing of it is left out. */
export const slideTexts = (text: string): string[] => {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > MOST) {
    const [head, left] = cut(rest);
    parts.push(head);
    rest = left;
  }
  return [...parts, rest];
};
