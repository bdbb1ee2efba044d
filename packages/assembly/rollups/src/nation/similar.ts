/** A place with what makes it comparable. */
export type Sized = {
  readonly key: string;
  readonly neighbourhoods: number | null;
  readonly counties: number | null;
};

/** How many similar places a place is held against. */
export const SIMILAR = 5;

const distance = (a: Sized, b: Sized): number | null => {
  if (!a.neighbourhoods || !b.neighbourhoods || !a.counties || !b.counties) return null;
  return Math.abs(Math.log(a.neighbourhoods / b.neighbourhoods)) + 0.5 * Math.abs(Math.log(a.counties / b.counties));
};

/**
 * The places most like one: those with the nearest number of neighbourhoods and, half as heavy, of counties, each compared as a
 * ratio (a place twice as large is as far as one half as large). Ties fall to the order of keys. Empty when its size is not known.
 */
export const similarTo = (place: Sized, all: readonly Sized[]): readonly string[] =>
  all
    .flatMap((other) => {
      const far = other.key === place.key ? null : distance(place, other);
      return far === null ? [] : [{ key: other.key, far }];
    })
    .toSorted((a, b) => a.far - b.far || (a.key < b.key ? -1 : 1))
    .slice(0, SIMILAR)
    .map(({ key }) => key);

/** A figure's parts: a share is of over over, a count is its value over one neighbourhood each. */
export type Parts = { readonly of: number; readonly over: number };

/** What places like one come to together: sums of parts, divided last. Null when none has anything to divide by. */
export const togetherOf = (parts: readonly Parts[]): number | null => {
  const over = parts.reduce((sum, part) => sum + part.over, 0);
  return over === 0 ? null : parts.reduce((sum, part) => sum + part.of, 0) / over;
};
