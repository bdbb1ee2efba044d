/** What stands in a cell: a word, a number as it is stored, or nothing. */
export type Value = string | number | null;

/** A column of a table of figures. `kind`: how its numbers are shown to a reader of the sheet. */
export type SheetColumn = {
  /** Its name in a CSV. */
  readonly key: string;
  /** Its name in a workbook, in the reader's language. */
  readonly title: string;
  readonly kind: 'text' | 'count' | 'share' | 'decimal' | 'state';
};

/** How a value stands: told (zero is told), hidden whole or in part, not received, or with nothing to divide. */
export const STATES = ['value', 'suppressed', 'partly', 'missing', 'undefined'] as const;
/** One of them. */
export type ValueState = (typeof STATES)[number];

/** Figures as a table: one description, from which each of its files is written. */
export type SheetTable = {
  /** The name of the file, without its ending. */
  readonly file: string;
  readonly title: string;
  /** What stands over a workbook's table: as of when, of which moment, from where. */
  readonly notes: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Value[])[];
};

type Told = { readonly value: number | null; readonly reported: number; readonly suppressed: number };

/** How a figure stands. */
export const stateOfFigure = ({ value, reported, suppressed }: Told): ValueState => {
  if (suppressed > 0) return value === null ? 'suppressed' : 'partly';
  if (reported === 0) return 'missing';
  return value === null ? 'undefined' : 'value';
};
