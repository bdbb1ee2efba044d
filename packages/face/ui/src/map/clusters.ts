import type { Pixel } from './view.ts';

/** Something at a pixel. */
export type Placed<T> = { readonly item: T; readonly at: Pixel };
/** What lies so close together that it is drawn as one. */
export type Cluster<T> = { readonly at: Pixel; readonly members: readonly Placed<T>[] };

/** Gathers what is nearer to each other than `reach` pixels, the first ones first. Everything lies in exactly one cluster. */
export const clustersOf = <T>(placed: readonly Placed<T>[], reach: number): Cluster<T>[] => {
  const left = new Set(placed);
  return placed.flatMap((first) => {
    if (!left.has(first)) return [];
    const members = [...left].filter(({ at }) => Math.hypot(at[0] - first.at[0], at[1] - first.at[1]) < reach);
    for (const member of members) left.delete(member);
    const mean = (axis: 0 | 1): number => members.reduce((sum, { at }) => sum + at[axis], 0) / members.length;
    return [{ at: [mean(0), mean(1)] as const, members }];
  });
};

/** The members of a cluster laid around it, so that those at one and the same place can be told apart. */
export const spread = <T>({ at: [x, y], members }: Cluster<T>, apart = 22): Placed<T>[] => {
  if (members.length < 2) return [...members];
  const radius = Math.max(apart * 0.7, (members.length * apart) / (2 * Math.PI));
  return members.map(({ item }, index) => {
    const angle = (2 * Math.PI * index) / members.length - Math.PI / 2;
    return { item, at: [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] };
  });
};

/** How large the circle of so many is drawn. Unit: pixels. */
export const clusterRadius = (count: number): number => Math.min(26, 10 + 2 * Math.sqrt(count));
