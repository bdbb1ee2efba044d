import type { LetterKind, Published } from '@mahalleh/border';
import type { Mark } from '@mahalleh/gate';

/** Whose traces are not looked for at a place: of nobody and nothing, of cases, or none is left out. */
type Left = ReadonlySet<string>;

/** `kind field` within letters, `table.column field` beside them; `table.column *` is all of a column. */
const placesOf = (kind: string, published: Published): string[] =>
  Object.entries(published).flatMap(([field, columns]) => [
    `${kind} ${field}`,
    ...columns.flatMap((column) => (column.includes(' ') ? [column] : [`${column} `, `${column} ${field}`])),
  ]);

/** A place and everything that it is below. Shape: `a b.c[]` is below `a b.c`, `a b` and `a *`. */
const above = (place: string, path: string): string[] => {
  const parts = path.split(/(?=[.[])/);
  return [...parts.map((_, n) => `${place} ${parts.slice(0, n + 1).join('')}`), `${place} *`];
};

const holds = (left: Left, places: readonly string[]): boolean => places.some((place) => left.has(place));

/** What the declarations of letters say may be read at the nation. Shape: for a place, the marks that need not be looked for there. */
export const publishedBy = (letters: readonly LetterKind[]): ((place: string, path: string) => readonly Mark[]) => {
  const published: Left = new Set(letters.flatMap((letter) => placesOf(letter.kind, letter.published)));
  const generalised: Left = new Set(letters.flatMap((letter) => placesOf(letter.kind, letter.generalised)));
  return (place, path) => {
    const places = above(place, path);
    if (holds(published, places)) return ['person', 'case'];
    return holds(generalised, places) ? ['case'] : [];
  };
};
