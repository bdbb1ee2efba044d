import type { UnitRow } from './model';

/** A unit with those directly below it. */
export type Branch = { readonly unit: UnitRow; readonly below: readonly Branch[] };

/** The units as a tree, in the order given; a unit whose parent is not among them stands at the top. */
export const treeOf = (units: readonly UnitRow[]): Branch[] => {
  const known = new Set(units.map(({ id }) => id));
  const byParent = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : ''));
  const branch = (unit: UnitRow): Branch => ({ unit, below: (byParent.get(unit.id) ?? []).map(branch) });
  return (byParent.get('') ?? []).map(branch);
};
