import type { Component } from 'svelte';

/** One place of the workspace. */
export type NavItem = {
  readonly href: string;
  readonly label: string;
  /** For the bottom bar, where there is room for one word. */
  readonly short?: string;
  readonly icon: Component<{ 'aria-hidden'?: 'true' }>;
  /** What waits there, already in the reader's digits. */
  readonly count?: string | undefined;
};

/** The place a path lies in: the longest address that begins it. */
export const currentOf = (items: readonly NavItem[], path: string): string | undefined =>
  items
    .filter(({ href }, _, all) => path === href || (path.startsWith(`${href}/`) && all.length > 0))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
