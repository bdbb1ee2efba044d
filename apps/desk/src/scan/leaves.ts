/** A text inside a value, and where in it. Shape of `path`: `cells[].county`; empty for the value itself. */
export type Leaf = { readonly path: string; readonly text: string };

const below = (value: unknown, path: string): Leaf[] => {
  if (typeof value === 'string') return leavesOf(value, path);
  if (typeof value === 'number' || typeof value === 'bigint') return [{ path, text: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item) => below(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => below(inner, path ? `${path}.${name}` : name));
};

/** The texts of a stored value: those within it when it is JSON, itself when it is not. */
export const leavesOf = (value: unknown, path = ''): Leaf[] => {
  if (typeof value !== 'string') return below(value, path);
  if (!/^\s*[[{]/.test(value)) return [{ path, text: value }];
  try {
    return below(JSON.parse(value) as unknown, path);
  } catch {
    return [{ path, text: value }];
  }
};
