import type { Snippet } from 'svelte';

/** A column of a table: its head, and how a row's cell is made. */
export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  /** The cell as text. A user's words keep their own direction. */
  readonly text?: ((row: Row) => string | undefined) | undefined;
  /** The cell as markup, when text is not enough. */
  readonly cell?: Snippet<[Row]> | undefined;
  /** A number: set at the end edge, in tabular digits. */
  readonly number?: boolean;
  /** The cell that names the row; a link when `href` is given. */
  readonly main?: boolean;
  readonly href?: (row: Row) => string;
  /** Small words after the main text. */
  readonly beside?: (row: Row) => string | undefined;
  /** The name by which the list is sorted in the address. */
  readonly sort?: string;
  /** A phone, an e-mail, a code. */
  readonly ltr?: boolean;
};
