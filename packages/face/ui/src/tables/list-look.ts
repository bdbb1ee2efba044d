import { createContext } from 'svelte';

/** How a reader wants lists to look. */
export type ListLook = {
  readonly density: 'comfortable' | 'compact';
  /** By the name of a list, the keys of the columns that are not shown. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  /** Where the choice is posted to: `list`, `column` (all), `shown` (the chosen), `density`, `return_to`. */
  readonly action: string;
};

const [getLook, setLook] = createContext<() => ListLook>();

/** Says, once in the root layout, how lists look. */
export const setListLook = (look: () => ListLook): void => {
  setLook(look);
};

/** How lists look to this reader. */
export const useListLook = (): (() => ListLook) => getLook();
