import { HIDDEN } from '@mahalleh/metric';

/** A leaf as the records have it: the numbers of its parts. */
export type TrueLeaf = { readonly county: string; readonly domain: string; readonly values: readonly number[] };
/** A leaf as it leaves the province: null is hidden. A leaf that is not there is zero. */
export type ToldLeaf = { readonly county: string; readonly domain: string; readonly values: readonly number[] | null };

type Place = { readonly county: string; readonly domain: string };

const nameOf = ({ county, domain }: Place): string => `${county}/${domain}`;
const isSmall = (value: number): boolean => value >= HIDDEN.least && value <= HIDDEN.most;
const differences = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => Math.abs((a[i] ?? 0) - (b[i] ?? 0)));

/**
 * The leaf table of a people metric as it may leave the province. `earlier` holds the tables of the versions of this period
 * that have left before, oldest first. A leaf is hidden
 * - when one of its numbers is one to four: then all parts of it, for the others and a known sum would give it back;
 * - when it was hidden in an earlier version;
 * - when it differs from what an earlier version told by one to four: those are people too;
 * - when it has changed at all and something else in its county is hidden for one of the reasons above: what one leaf
 *   gains another may have lost.
 * Leaves of nobody are left out: they are zero, and zero is told.
 */
export const suppress = (now: readonly TrueLeaf[], earlier: readonly (readonly ToldLeaf[])[]): ToldLeaf[] => {
  const current = new Map(now.map((leaf) => [nameOf(leaf), leaf.values]));
  const before = earlier.map((table) => new Map(table.map((leaf) => [nameOf(leaf), leaf.values])));
  const last = before.at(-1);
  const places = new Map<string, Place>([...now, ...earlier.flat()].map((leaf) => [nameOf(leaf), leaf]));
  /** What a version told of a place; null when it was hidden, nothing when it was zero. */
  const toldIn = (table: Map<string, readonly number[] | null>, name: string): readonly number[] | null => {
    const told = table.get(name);
    return told === undefined ? [] : told;
  };
  const hidesItself = (name: string): boolean => {
    const values = current.get(name) ?? [];
    return (
      values.some(isSmall) ||
      before.some((table) => {
        const told = toldIn(table, name);
        return told === null || differences(values, told).some(isSmall);
      })
    );
  };
  const hidden = new Set([...places.keys()].filter(hidesItself));
  const counties = new Set([...places].flatMap(([name, { county }]) => (hidden.has(name) ? [county] : [])));
  const hasChanged = (name: string): boolean =>
    last !== undefined && differences(current.get(name) ?? [], toldIn(last, name) ?? []).some((by) => by > 0);
  return [...places]
    .map(([name, { county, domain }]): ToldLeaf => {
      const values = current.get(name) ?? [];
      const isHidden = hidden.has(name) || (counties.has(county) && hasChanged(name));
      return { county, domain, values: isHidden ? null : values };
    })
    .filter(({ values }) => values === null || values.some((value) => value > 0))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
};
