type Node = { readonly key: string; readonly parentKey: string | null; readonly ord: number };

/** Domains as a tree in one list: each below its parent, in the order of the province; one whose parent is not among them on top. */
export const inTree = <D extends Node>(domains: readonly D[]): (D & { depth: number })[] => {
  const known = new Set(domains.map(({ key }) => key));
  const under = (parentKey: string | null, depth: number): (D & { depth: number })[] =>
    domains
      .filter((one) => (one.parentKey !== null && known.has(one.parentKey) ? one.parentKey : null) === parentKey)
      .toSorted((a, b) => a.ord - b.ord)
      .flatMap((one) => [{ ...one, depth }, ...under(one.key, depth + 1)]);
  return under(null, 0);
};
