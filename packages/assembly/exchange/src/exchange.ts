import type { Asked, Change, ReadDb, Reversal } from '@mahalleh/gate';
import type { Bilingual, FieldFault } from '@mahalleh/kernel';
import type * as z from 'zod';

/** One column that a feature takes: its key, what people call it, and what its cells must be. Blank cells say nothing. */
export type Column = {
  readonly key: string;
  readonly title: Bilingual;
  readonly synonyms: readonly string[];
  readonly isRequired: boolean;
  readonly field: z.ZodType;
};

/** A row whose cells are all right. */
export type Numbered<Row> = { readonly line: number; readonly row: Row };

/** What the database says about the rows: records as they are. */
export type Found = Readonly<Record<string, string | number | null>>;

/** What becomes of one row, and what is written for it. */
export type Outcome<Kept> =
  | {
      readonly line: number;
      readonly status: 'new' | 'changed';
      readonly record: Kept;
      readonly fields: readonly string[];
    }
  | { readonly line: number; readonly status: 'unchanged' }
  | { readonly line: number; readonly status: 'rejected'; readonly errors: readonly FieldFault[] };

/** What a plan may know besides rows and records. */
export type PlanFacts = {
  readonly nowMs: number;
  readonly today: string;
  readonly newId: () => string;
  readonly personId: string;
};

/** One kind of import, as a feature declares it: columns, natural key (within `plan`), and how to write. */
export type Exchange<Row, Kept> = {
  readonly title: Bilingual;
  readonly columns: readonly Column[];
  /** What the database must say: the records that rows may be, and those that they name. */
  readonly ask: (db: ReadDb<'province'>, rows: readonly Numbered<Row>[]) => Readonly<Record<string, Asked<Found[]>>>;
  /** Pure. One outcome for each row, in order. */
  readonly plan: (
    rows: readonly Numbered<Row>[],
    found: Readonly<Record<string, readonly Found[]>>,
    facts: PlanFacts,
  ) => Outcome<Kept>[];
  /** Bulk statements for the accepted rows alone. */
  readonly save: (outcomes: readonly Outcome<Kept>[], facts: PlanFacts) => readonly Change[];
  /** How a run is taken back; undefined when it cannot be. */
  readonly reversal?: (outcomes: readonly Outcome<Kept>[]) => Reversal | undefined;
};
