import type { Search } from '../fields/combo.svelte.ts';

/** What a list can be filtered by; its value is the query parameter `name`. */
export type FilterSpec =
  | { readonly kind: 'text'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'select';
      readonly name: string;
      readonly label: string;
      readonly options: readonly {
        value: string;
        label: string;
        group?: string | undefined;
        detail?: string | undefined;
      }[];
      /** Where there are too many for a list: how the others are found. */
      readonly search?: Search | undefined;
    };

/** The address with some parameters changed (or taken away by `undefined`); the page number goes back to the first. */
export const withParams = (url: URL, changes: Readonly<Record<string, string | undefined>>): string => {
  // A key that begins with a slash names a form action, not a filter.
  const params = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  params.delete('page');
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  return query === '' ? url.pathname : `${url.pathname}?${query}`;
};

/** The filters in force, as the chips that name them. */
export const chipsOf = (url: URL, filters: readonly FilterSpec[]): { name: string; label: string; value: string }[] =>
  filters.flatMap((filter) => {
    const value = url.searchParams.get(filter.name) ?? '';
    if (value === '') return [];
    const text =
      filter.kind === 'select' ? (filter.options.find((option) => option.value === value)?.label ?? value) : value;
    return [{ name: filter.name, label: filter.label, value: text }];
  });

/** How a column is sorted now: by the parameter `sort`, `-name` being the other way. */
export const sortOf = (url: URL, name: string): 'ascending' | 'descending' | undefined => {
  const sort = url.searchParams.get('sort');
  return sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined;
};
