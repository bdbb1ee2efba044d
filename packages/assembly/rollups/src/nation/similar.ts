/** A place with what makes it comparable: a province by how many counties it has, a county by its urban share (0..1). */
export type Sized = {
  readonly key: string;
  readonly neighbourhoods: number | null;
  readonly counties?: number | null;
  readonly urban?: number | null;
};

/** How many similar places a place is held against. */
export const SIMILAR = 5;

/** How far two numbers are apart as a ratio; not known where one is not. */
const ratio = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a && b ? Math.abs(Math.log(a / b)) : null;

const distance = (a: Sized, b: Sized): number | null => {
  const size = ratio(a.neighbourhoods, b.neighbourhoods);
  if (size === null) return null;
  if (a.urban !== undefined) return a.urban === null || b.urban == null ? null : size + Math.abs(a.urban - b.urban);
  const counties = ratio(a.counties, b.counties);
  return counties === null ? null : size + 0.5 * counties;
};

/**
 * The places most like one: those with the nearest number of neighbourhoods, compared as a ratio (a place twice as large is as far
 * as one half as large), and of provinces, half as heavy, of counties; of counties the nearest urban share (all urban and all rural
 * are as far apart as one and nearly three times as large). Ties fall to the order of keys. Empty when its size is not known.
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
