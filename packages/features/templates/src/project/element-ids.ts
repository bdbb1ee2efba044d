/** What an element was made of: its kind and what names it here. */
export type Source = { readonly kind: string; readonly rowKey: string };

/** Gives every record its element id, the same one each time. */
export type ElementIds = (kind: string, rowKey: string) => string;

/**
 * Ids of elements by what they are made of: the one that it has had, looked for in these lists in their order, or a new one. Two
 * records of one neighbourhood never share an id: the second one that was known by it gets its own.
 */
export const elementIds = (
  had: readonly (readonly (Source & { readonly elementId: string })[])[],
  mint: () => string,
): ElementIds => {
  const of = new Map<string, string>();
  const taken = new Set<string>();
  const known = new Map<string, string[]>();
  for (const { kind, rowKey, elementId } of had.flat()) {
    const key = `${kind}|${rowKey}`;
    known.set(key, [...(known.get(key) ?? []), elementId]);
  }
  return (kind, rowKey) => {
    const key = `${kind}|${rowKey}`;
    const asked = of.get(key);
    if (asked !== undefined) return asked;
    const id = known.get(key)?.find((one) => !taken.has(one)) ?? mint();
    taken.add(id);
    of.set(key, id);
    return id;
  };
};
